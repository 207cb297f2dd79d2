package dev.sealconf.keys.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.MadeKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where identities are looked for, and what is made of them. */
final class AgeKeyProviderTest {
  private static final Path KEYS = Path.of("testdata/keys").toAbsolutePath();

  @TempDir Path folder;

  private final KeyProvider provider = new AgeKeyProvider();

  @Test
  void readsIdentitiesFromTheVariable() throws IOException {
    opens(world().with("SOPS_AGE_KEY", text("age-2.txt") + "\n" + text("age-1.txt")), 1);
  }

  @Test
  void readsSeveralIdentitiesInOneLineOfTheVariable() throws IOException {
    String both = last("age-2.txt") + "  " + last("age-1.txt");

    opens(world().with("SOPS_AGE_KEY", both), 1);
  }

  @Test
  void usesTheFileThatTheVariableNames() {
    opens(world().with("SOPS_AGE_KEY_FILE", KEYS.resolve("age-1.txt").toString()), 1);
  }

  @Test
  void usesTheFileInTheUsersFolder() throws IOException {
    place("home/.config/sops/age/keys.txt", text("age-1.txt"), "rw-------");

    opens(world(), 1);
  }

  @Test
  void usesTheFileUnderXdgConfigHome() throws IOException {
    place("xdg/sops/age/keys.txt", text("age-1.txt"), "rw-------");

    opens(world().with("XDG_CONFIG_HOME", folder.resolve("xdg").toString()), 1);
  }

  @Test
  void usesTheOutputOfTheCommandAndPassesItTheRecipient() throws IOException {
    Path command =
        place(
            "get key",
            "#!/bin/sh\nprintf %s \"$SOPS_AGE_RECIPIENT $1\" > \"$2\"\ncat \"$3\"\n",
            "rwx------");
    Path seen = folder.resolve("seen");
    String line =
        "'"
            + command
            + "' 'a;touch x' "
            + seen
            + " \""
            + KEYS.resolve("age-1.txt")
            + "\" # comment";

    opens(world().with("SOPS_AGE_KEY_CMD", line), 1);
    assertThat(seen).hasContent(recipient(1) + " a;touch x");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void doesNotRunTheCommandWhenAnUnlockedIdentityFits() throws IOException {
    Path command = place("get", "#!/bin/sh\ntouch \"$1\"\n", "rwx------");
    Path seen = folder.resolve("seen");

    opens(
        world()
            .with("SOPS_AGE_KEY_CMD", command + " " + seen)
            .with("SOPS_AGE_KEY", text("age-1.txt")),
        1);
    assertThat(seen).doesNotExist();
  }

  @Test
  void saysThatTheCommandFailed() {
    assertThat(failure(world().with("SOPS_AGE_KEY_CMD", "false")))
        .contains("SOPS_AGE_KEY_CMD ('false' failed with exit code 1)");
    assertThat(failure(world().with("SOPS_AGE_KEY_CMD", "'open")))
        .contains("SOPS_AGE_KEY_CMD (can't be split into words)");
  }

  @Test
  void asksOnceForThePassphraseOfALockedFile() {
    TestWorld world =
        world()
            .with("SOPS_AGE_KEY_FILE", KEYS.resolve("age-locked.txt").toString())
            .withSecrets("correct horse");
    World one = world.world();
    WrappedKey first = wrapped(3, one);
    WrappedKey second = wrapped(3, one);

    provider.unwrap(first, one).close();
    provider.unwrap(second, one).close();
    assertThat(world.prompts())
        .containsExactly("Enter passphrase for identity '" + KEYS.resolve("age-locked.txt") + "':");
  }

  @Test
  void doesNotAskWhenAnotherIdentityFits() throws IOException {
    TestWorld world =
        world().with("SOPS_AGE_KEY", text("age-locked.txt")).withSecrets("correct horse");
    place("home/.config/sops/age/keys.txt", text("age-1.txt"), "rw-------");

    opens(world, 1);
    assertThat(world.prompts()).isEmpty();
  }

  @Test
  void saysWhyALockedFileStaysLocked() throws IOException {
    String locked = text("age-locked.txt");

    assertThat(failure(world().with("SOPS_AGE_KEY", locked).withSecrets("wrong")))
        .contains("SOPS_AGE_KEY (the passphrase is wrong)")
        .doesNotContain("wrong horse");
    assertThat(failure(world().with("SOPS_AGE_KEY", locked)))
        .contains(
            "SOPS_AGE_KEY (protected by a passphrase, and there is no terminal to ask for it)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "  \n", "\t\n\n\n"})
  void acceptsLineEndsOfOtherSystems(String lineEnd) throws IOException {
    String text = "\uFEFF# comment\n" + text("age-1.txt");
    Path file = place("keys", text.replace("\n", lineEnd), "rw-------");

    opens(world().with("SOPS_AGE_KEY_FILE", file.toString()), 1);
  }

  @Test
  void reportsLinesThatAreNotIdentitiesWithoutShowingThem() {
    String keys = "AGE-PLUGIN-X-1QQ\nAGE-SECRET-KEY-PQ-1QQ\n# c\nAGE-SECRET-KEY-1QQQ\nsecret";

    assertThat(failure(world().with("SOPS_AGE_KEY", keys)))
        .contains("line 1 is a malformed identity of a plugin")
        .contains("line 2 is a malformed post-quantum identity")
        .contains("line 4 is not an age identity; line 5 is not an age identity")
        .doesNotContain("QQ", "secret");
  }

  @Test
  void saysNothingOfThatWhereNoOneLooks() throws IOException {
    Path file = place("keys.txt", text("age-1.txt"), "rw-r--r--");
    TestWorld world = world().with("SOPS_AGE_KEY_FILE", file.toString());

    opens(world, 1);
    assertThat(world.err()).isEmpty();
  }

  @Test
  void warnsAUserAtTheTerminalOnceWhenOthersCanReadTheKeyFile() throws IOException {
    Path file = place("keys.txt", text("age-1.txt"), "rw-r-----");
    TestWorld world = world().with("SOPS_AGE_KEY_FILE", file.toString()).watched();

    opens(world, 1);
    assertThat(world.err())
        .isEqualTo(
            "warning: others can read the keys in '"
                + file
                + "'; type chmod 600 '"
                + file
                + "'"
                + System.lineSeparator());
  }

  @Test
  void usesAnExistingPostQuantumIdentity() throws IOException {
    place("home/.config/sops/age/keys.txt", text("age-pq.txt"), "rw-------");

    assertThat(provider.maker().orElseThrow().make(world().world()).recipient())
        .startsWith("age1pq1")
        .isEqualTo(text("age-pq.txt").lines().toList().get(1).replaceFirst(".*: ", ""));
  }

  @Test
  void armorEndsWithALineFeed() {
    assertThat(wrapped(1, world().world()).enc())
        .startsWith("-----BEGIN AGE ENCRYPTED FILE-----\n")
        .endsWith("\n-----END AGE ENCRYPTED FILE-----\n");
  }

  @Test
  void makesAnIdentityAndNeverOverwritesIt() throws IOException {
    TestWorld world = world();
    MadeKey made = provider.maker().orElseThrow().make(world.world());
    MadeKey again = provider.maker().orElseThrow().make(world.seeded(2).world());

    Path file = folder.resolve("home/.config/sops/age/keys.txt");
    assertThat(made).isEqualTo(new MadeKey(made.recipient(), file, false));
    assertThat(again).isEqualTo(new MadeKey(made.recipient(), file, true));
    assertThat(Files.readString(file))
        .startsWith("# created: 2026-01-02T03:04:05Z\n# public key: " + made.recipient() + "\n")
        .contains("\nAGE-SECRET-KEY-1");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    assertThat(provider.parse(made.recipient())).hasSize(1);
  }

  @Test
  void doesNotOverwriteAKeyFileThatItCannotUse() throws IOException {
    Path file = place("home/.config/sops/age/keys.txt", "AGE-PLUGIN-X-1QQ\n", "rw-------");

    SealconfException failure = failure(() -> provider.maker().orElseThrow().make(world().world()));
    assertThat(ExitCode.of(failure).number()).isEqualTo(3);
    assertThat(failure.getMessage()).contains("can't be used", file.toString());
    assertThat(file).hasContent("AGE-PLUGIN-X-1QQ\n");
  }

  private void opens(TestWorld world, int identity) {
    World one = world.world();
    try (SecretBytes share = provider.unwrap(wrapped(identity, one), one)) {
      assertThat(share.exposed()).hasSize(32).containsOnly(7);
    }
  }

  private String failure(TestWorld world) {
    World one = world.world();
    KeyProvider fresh = new AgeKeyProvider();
    return failure(() -> fresh.unwrap(wrapped(1, one), one)).getMessage();
  }

  private static SealconfException failure(ThrowingCallable call) {
    SealconfException failure = catchThrowableOfType(SealconfException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }

  private WrappedKey wrapped(int identity, World world) {
    byte[] share = new byte[32];
    Arrays.fill(share, (byte) 7);
    MasterKey key = provider.parse(recipient(identity)).get(0);
    return new WrappedKey(key, provider.wrap(SecretBytes.owning(share), key, world));
  }

  private static String recipient(int identity) {
    return text("age-" + identity + ".txt")
        .lines()
        .filter(line -> line.startsWith("# public key: "))
        .findFirst()
        .orElseThrow()
        .substring("# public key: ".length());
  }

  private TestWorld world() {
    return TestWorld.in(folder).with("PATH", System.getenv("PATH"));
  }

  private Path place(String name, String content, String mode) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static String text(String name) {
    try {
      return Files.readString(KEYS.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String last(String name) {
    return text(name).lines().reduce((a, b) -> b).orElseThrow();
  }
}
