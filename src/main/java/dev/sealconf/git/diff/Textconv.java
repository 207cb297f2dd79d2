package dev.sealconf.git.diff;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.filter.BlobCache;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.World;
import dev.sealconf.session.GoBoolean;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The text that git shows and compares in the place of a file ({@code docs/git-diff.md}). It never
 * fails for what is in a file, since that would end {@code git log}. Nothing is reported: git may
 * start it hundreds of times. For one thread, unless a method says otherwise.
 */
public final class Textconv implements AutoCloseable {
  /** The variable that asks for values. */
  public static final String REVEAL_VARIABLE = "SEALCONF_REVEAL";

  private static final int KEY_BYTES = 32;

  private final Session session;
  private final VersionReader reader;
  private final Optional<PlainSelections> plain;
  private final Fingerprints fingerprints;
  private final boolean reveal;
  private final Map<String, Set<Selection>> expected = new ConcurrentHashMap<>();

  /**
   * For the repository around the working directory, if there is one.
   *
   * @param reveal whether values are shown; the variable {@code SEALCONF_REVEAL} asks for them, too
   */
  public Textconv(World world, boolean reveal) {
    this.session = new Session(world.silent());
    this.reader = new VersionReader(session, Overrides.NONE);
    Optional<Repository> repository = repository(world);
    this.plain = repository.map(found -> new PlainSelections(session, found));
    this.fingerprints = fingerprints(world, repository);
    this.reveal = reveal || isRevealing(world);
  }

  /** Returns whether the environment asks for values. */
  static boolean isRevealing(World world) {
    return world.variable(REVEAL_VARIABLE).flatMap(GoBoolean::of).orElse(false);
  }

  static Optional<Repository> repository(World world) {
    try {
      return Optional.of(Repository.of(world));
    } catch (SealconfException e) {
      return Optional.empty();
    }
  }

  /** Outside of a repository, fingerprints are the same within one run only. */
  static Fingerprints fingerprints(World world, Optional<Repository> repository) {
    return new Fingerprints(
        repository
            .map(found -> new BlobCache(found).derived("fingerprints of values"))
            .orElseGet(() -> world.entropy().bytes(KEY_BYTES)));
  }

  /**
   * Returns the text for a file.
   *
   * @param name as git names it: its last part says what format it has
   */
  public byte[] of(String name, byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    FileVersion version = reader.read(name, bytes, () -> selections(name, bytes));
    return reveal && version.failure().isEmpty() ? version.text() : masked(version);
  }

  /** Says which values of a decrypted file are secret. May be called from another thread. */
  void expect(byte[] plainText, Selection selection) {
    expected.merge(
        digest(plainText),
        Set.of(selection),
        (one, other) -> {
          Set<Selection> both = new HashSet<>(one);
          both.addAll(other);
          return both;
        });
  }

  private static String digest(byte[] text) {
    return HexFormat.of().formatHex(Primitives.sha256(text));
  }

  private Set<Selection> selections(String name, byte[] bytes) {
    Set<Selection> said = expected.get(digest(bytes));
    return said != null ? said : plain.map(known -> known.of(name)).orElse(Set.of(MaskedText.ALL));
  }

  private byte[] masked(FileVersion version) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    version.failure().ifPresent(why -> add(text, "# not decrypted: " + why));
    text.writeBytes(body(version));
    version
        .access()
        .map(RecipientLines::of)
        .orElse(List.of())
        .forEach(line -> add(text, "# can decrypt: " + line));
    return text.toByteArray();
  }

  private byte[] body(FileVersion version) {
    byte[] text = values(version);
    if (version.access().isEmpty() || text.length == 0 || text[text.length - 1] == '\n') {
      return text;
    }
    byte[] ended = Arrays.copyOf(text, text.length + 1);
    ended[text.length] = '\n';
    return ended;
  }

  private byte[] values(FileVersion version) {
    if (version.whole()) {
      return (fingerprints.hiddenFile(version.text()) + "\n").getBytes(StandardCharsets.UTF_8);
    }
    try {
      if (version.document().isPresent()) {
        return MaskedText.of(version.document().get(), version.selections(), fingerprints);
      }
    } catch (SealconfException e) {
      return MaskedLines.of(version.text(), fingerprints); // a rule that can't be applied
    }
    return MaskedLines.of(version.text(), fingerprints);
  }

  private static void add(ByteArrayOutputStream text, String line) {
    text.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    plain.ifPresent(PlainSelections::close);
    session.close();
  }
}
