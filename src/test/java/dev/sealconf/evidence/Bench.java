package dev.sealconf.evidence;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.io.Entropy;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.Decrypt;
import dev.sealconf.operation.Encrypt;
import dev.sealconf.operation.Policy;
import dev.sealconf.operation.Recipe;
import dev.sealconf.operation.Rotate;
import dev.sealconf.operation.SetValue;
import dev.sealconf.operation.UnsetValue;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.file.Strictness;
import dev.sealconf.operation.groups.AddGroup;
import dev.sealconf.operation.groups.DeleteGroup;
import dev.sealconf.operation.groups.UpdateKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Our own side of the tests: the operations as the command line calls them, with the test key and a
 * clock that moves on by a minute with each call.
 */
final class Bench {
  private static final KeyProviders PROVIDERS = KeyProviders.installed();
  private static final List<String> ORDER = List.of("age", "pgp");

  private final List<MasterKey> recipients;
  private final boolean seal;
  private final TestWorld machine;
  private final Entropy entropy;
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");

  private Bench(long seed, boolean seal, String identities) {
    this.seal = seal;
    Random random = new Random(seed);
    this.entropy =
        count -> {
          byte[] bytes = new byte[count];
          random.nextBytes(bytes);
          return bytes;
        };
    this.recipients = PROVIDERS.named("age").orElseThrow().parse(TestKeys.RECIPIENT);
    this.machine = TestWorld.in(Path.of("target")).with("SOPS_AGE_KEY", identities);
  }

  /** A bench whose keys and nonces follow from the seed. */
  static Bench seeded(long seed) {
    return new Bench(seed, true, TestKeys.IDENTITIES);
  }

  /** A bench whose files lack the {@code sealconf} field, as those that SOPS wrote. */
  static Bench withoutSeal(long seed) {
    return new Bench(seed, false, TestKeys.IDENTITIES);
  }

  /** A bench that has no key to open anything with. */
  static Bench withoutKeys() {
    return new Bench(0, true, "");
  }

  byte[] encrypt(Sample plain, Rule rule) {
    return encrypt(plain, rule, Optional.empty());
  }

  /** What {@code encrypt} makes where the sealed file {@code previous} stands. */
  byte[] encryptOver(byte[] previous, Sample plain, Rule rule) {
    return encrypt(plain, rule, Optional.of(sealed(previous, plain.documentFormat())));
  }

  byte[] decrypt(byte[] sealed, DocumentFormat format) {
    return decrypt(sealed, format, Strictness.NORMAL);
  }

  byte[] decrypt(byte[] sealed, DocumentFormat format, Strictness strictness) {
    World world = later();
    return new Decrypt(world, new KeyRing(PROVIDERS, world, ORDER))
        .run(sealed(sealed, format), output(format), strictness, Optional.empty());
  }

  /** What {@code decrypt} prints in the layout of SOPS. */
  byte[] reprint(byte[] sealed, DocumentFormat format) {
    World world = later();
    return new Decrypt(world, new KeyRing(PROVIDERS, world, ORDER))
        .run(
            sealed(sealed, format),
            new Output(format, Indent.DEFAULT, true),
            Strictness.NORMAL,
            Optional.empty());
  }

  byte[] set(byte[] sealed, DocumentFormat format, TreePath path, String json) {
    World world = later();
    return new SetValue(world, new KeyRing(PROVIDERS, world, ORDER))
        .run(
            sealed(sealed, format),
            output(format),
            Strictness.NORMAL,
            Policy.NONE,
            new SetValue.Assignment(path, json, false, false));
  }

  byte[] unset(byte[] sealed, DocumentFormat format, TreePath path) {
    World world = later();
    return new UnsetValue(world, new KeyRing(PROVIDERS, world, ORDER))
        .run(sealed(sealed, format), output(format), Strictness.NORMAL, path, false);
  }

  byte[] rotate(byte[] sealed, DocumentFormat format) {
    World world = later();
    return new Rotate(world, new KeyRing(PROVIDERS, world, ORDER))
        .run(sealed(sealed, format), output(format), false, Policy.NONE, List.of(), List.of());
  }

  byte[] encrypt(Sample plain, Rule rule, List<KeyGroup> groups, int threshold) {
    Recipe recipe = new Recipe(terms(groups, threshold, rule), false, true);
    return encrypt(plain, recipe, Optional.empty());
  }

  /** What {@code updatekeys --yes} makes of a file whose rule says this. */
  byte[] updateKeys(byte[] sealed, DocumentFormat format, List<KeyGroup> groups, int threshold) {
    World world = later();
    UpdateKeys update = new UpdateKeys(world, new KeyRing(PROVIDERS, world, ORDER));
    Input input = sealed(sealed, format);
    return update.run(input, Strictness.NORMAL, update.plan(input, groups, threshold));
  }

  byte[] addGroup(byte[] sealed, DocumentFormat format, KeyGroup group, int threshold) {
    World world = later();
    return new AddGroup(world, new KeyRing(PROVIDERS, world, ORDER))
        .run(sealed(sealed, format), Strictness.NORMAL, Policy.NONE, group, threshold);
  }

  byte[] deleteGroup(byte[] sealed, DocumentFormat format, int index, int threshold) {
    World world = later();
    return new DeleteGroup(world, new KeyRing(PROVIDERS, world, ORDER))
        .run(sealed(sealed, format), Strictness.NORMAL, Policy.NONE, index, threshold);
  }

  /** A group of age recipients. */
  static KeyGroup group(List<String> recipients) {
    return new KeyGroup(PROVIDERS.named("age").orElseThrow().parse(String.join(",", recipients)));
  }

  /** What was written to standard error. */
  String warnings() {
    return machine.err();
  }

  private Terms terms(List<KeyGroup> groups, int threshold, Rule rule) {
    Terms.SealPolicy policy = seal ? Terms.SealPolicy.ALWAYS : Terms.SealPolicy.NEVER;
    return new Terms(groups, threshold, rule.selection(), rule.macOnly(), policy);
  }

  private byte[] encrypt(Sample plain, Rule rule, Optional<Input> previous) {
    Recipe recipe =
        new Recipe(terms(List.of(new KeyGroup(recipients)), 0, rule), previous.isPresent(), true);
    return encrypt(plain, recipe, previous);
  }

  private byte[] encrypt(Sample plain, Recipe recipe, Optional<Input> previous) {
    World world = later();
    Input input = new Input(new SourceText(plain.name(), plain.bytes()), plain.documentFormat());
    return new Encrypt(world, new KeyRing(PROVIDERS, world, ORDER))
        .run(
            input,
            output(plain.documentFormat()),
            recipe,
            previous.map(old -> new Encrypt.Previous(old, false)));
  }

  private World later() {
    now = now.plus(Duration.ofMinutes(1));
    World w = machine.at(now).world();
    return new World(
        w.in(),
        w.out(),
        w.err(),
        w.environment(),
        w.directory(),
        w.clock(),
        entropy,
        w.ask(),
        w.tell());
  }

  private static Input sealed(byte[] bytes, DocumentFormat format) {
    return new Input(new SourceText("sealed", bytes), format);
  }

  private static Output output(DocumentFormat format) {
    return new Output(format, Indent.DEFAULT, false);
  }
}
