package dev.sealconf.git.guard.content;

import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.guard.finding.Check;
import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.finding.Findings;
import dev.sealconf.io.Tell;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.Strictness;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Opens encrypted files for which a key is at hand: then every value, the MAC and the seal must
 * hold. Each blob is opened once.
 */
public final class OpeningCheck {
  private final World world;
  private final Optional<KeyRing> keys;
  private final Findings findings;
  private final Map<String, Optional<SealconfException>> outcomes = new HashMap<>();
  private final Map<String, FileVersion> plain = new HashMap<>();
  private final TreeSet<String> unopened = new TreeSet<>();

  /**
   * Creates a check that opens files with these keys.
   *
   * @param keys empty to open none
   */
  public OpeningCheck(World world, Optional<KeyRing> keys, Findings findings) {
    this.world = world.with(Tell.NOTHING);
    this.keys = keys;
    this.findings = findings;
  }

  void check(FileVersion file, Input input) {
    String identity = identity(file, input);
    if (keys.isEmpty()) {
      unopened.add(file.path());
      return;
    }
    if (!outcomes.containsKey(identity)) {
      outcomes.put(identity, outcome(file, input, keys.get()));
    }
    Optional<SealconfException> failure = outcomes.get(identity);
    if (failure.isEmpty()) {
      return;
    }
    if (failure.get() instanceof KeyFailure) {
      unopened.add(file.path());
      return;
    }
    boolean changed =
        failure.get() instanceof OpeningFailure.Changed
            || failure.get() instanceof OpeningFailure.ValueNotOpened;
    findings.add(
        changed ? Check.CHANGED : Check.DAMAGED,
        file,
        failure.get().location().map(Location::line).orElse(0),
        failure.get().getMessage(),
        "compare it with an earlier version: git log -p -- " + file.word());
  }

  /** Opens a file only to know its plaintext. */
  public void remember(FileVersion file, Input input) {
    String identity = identity(file, input);
    if (keys.isPresent() && !outcomes.containsKey(identity)) {
      outcomes.put(identity, outcome(file, input, keys.get()));
    }
  }

  private static String identity(FileVersion file, Input input) {
    return file.object() + input.format().name();
  }

  private Optional<SealconfException> outcome(FileVersion file, Input input, KeyRing ring) {
    try (OpenedFile opened = OpenedFile.open(world, ring, input, Strictness.NORMAL)) {
      byte[] bytes = opened.plain().source().bytes();
      if (bytes.length > 0) {
        plain.putIfAbsent(BlobName.of(bytes, file.object()), file);
      }
      return Optional.empty();
    } catch (SealconfException e) {
      return Optional.of(e);
    }
  }

  /** Returns the files that were opened, by the names that blobs of their plaintext have. */
  public Map<String, FileVersion> plain() {
    return Map.copyOf(plain);
  }

  /** Returns the paths of the files that no key opens here, one character for each byte. */
  public List<String> unopened() {
    return List.copyOf(unopened);
  }
}
