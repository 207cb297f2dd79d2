package dev.sealconf.git.diff;

import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Compares two versions of a file by values and by who can decrypt them. */
final class Comparison {
  private static final String EVERYONE = "everyone: it is not encrypted";

  private final VersionReader reader;
  private final Fingerprints fingerprints;
  private final boolean reveal;

  /** Compares with the keys of a run. */
  Comparison(Session session, Overrides given, Fingerprints fingerprints, boolean reveal) {
    this.reader = new VersionReader(session, given);
    this.fingerprints = fingerprints;
    this.reveal = reveal;
  }

  /**
   * A version to compare.
   *
   * @param name what it is called; its last part says what format it has
   * @param bytes empty if there is no such file
   * @param stored whether these bytes are what others get, so that it matters who can decrypt them
   */
  record Side(String name, Optional<byte[]> bytes, boolean stored) {}

  /** Returns whether a side is an encrypted file. */
  boolean isEncrypted(Side side) {
    return selection(side).isPresent();
  }

  private Optional<Selection> selection(Side side) {
    return side.bytes().flatMap(bytes -> reader.selection(side.name(), bytes));
  }

  /**
   * Returns what differs; empty if nothing does.
   *
   * @param file what the pair is called
   * @param plain what is secret if neither side says so
   */
  Optional<FileDifference> of(String file, Side one, Side other, Supplier<Set<Selection>> plain) {
    Set<Selection> said = new HashSet<>();
    selection(one).ifPresent(said::add);
    selection(other).ifPresent(said::add);
    Supplier<Set<Selection>> secret = said.isEmpty() ? plain : () -> said;
    Optional<FileVersion> before = version(one, secret);
    Optional<FileVersion> after = version(other, secret);
    VersionValues was = VersionValues.of(before, fingerprints, reveal);
    VersionValues is = VersionValues.of(after, fingerprints, reveal);
    boolean known = one.stored() && other.stored();
    FileDifference difference =
        new FileDifference(
            file,
            before.isEmpty() ? "added" : after.isEmpty() ? "removed" : "changed",
            was.changesTo(is),
            before.isPresent() && after.isPresent() && !was.sameComments(is),
            known ? access(before) : List.of(),
            known ? access(after) : List.of(),
            notes(before, after));
    return Optional.of(difference).filter(FileDifference::isAny);
  }

  private Optional<FileVersion> version(Side side, Supplier<Set<Selection>> secret) {
    return side.bytes().map(bytes -> reader.read(side.name(), bytes, secret));
  }

  private static List<String> access(Optional<FileVersion> version) {
    return version
        .map(v -> v.access().map(RecipientLines::of).orElse(List.of(EVERYONE)))
        .orElse(List.of());
  }

  private static List<String> notes(Optional<FileVersion> before, Optional<FileVersion> after) {
    List<String> notes = new ArrayList<>();
    before
        .flatMap(FileVersion::failure)
        .ifPresent(why -> notes.add("the version before is not decrypted: " + why));
    after
        .flatMap(FileVersion::failure)
        .ifPresent(why -> notes.add("the version after is not decrypted: " + why));
    return notes;
  }
}
