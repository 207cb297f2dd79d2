package dev.sealconf.git.merge;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.SourceText;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.error.Location;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.Policy;
import dev.sealconf.operation.branch.MergedTerms;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.Strictness;
import dev.sealconf.operation.guard.Concerns;
import dev.sealconf.operation.guard.RecipientsGuard;
import dev.sealconf.operation.merge.ItemIdentity;
import dev.sealconf.operation.merge.KeyMerge;
import dev.sealconf.operation.merge.Versions;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.rule.Restrictions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Three versions of one file, opened, and what becomes of them. Closing it wipes their data keys.
 */
public final class FileMerge implements AutoCloseable {
  private final Session session;
  private final Overrides given;
  private final Path file;
  private final List<Version> all = new ArrayList<>();
  private final Versions<Version> versions;
  private final Versions<Document> plain;
  private final boolean baseIsClosed;
  private final ItemIdentity identity;
  private Optional<MergedTerms> terms = Optional.empty();

  /**
   * Opens the versions.
   *
   * @param file where the file is in the work tree; decides on format and rule
   * @param name the file in messages
   * @param stored the versions as git stores them; no bytes for one that isn't there
   * @throws SealconfException if our version or their version can't be opened or read
   */
  public FileMerge(
      Session session,
      Overrides given,
      Path file,
      String name,
      Versions<byte[]> stored,
      ItemIdentity identity) {
    this(session, given, file, name, stored, identity, false);
  }

  /** The same, which may open versions whose MAC doesn't fit. */
  FileMerge(
      Session session,
      Overrides given,
      Path file,
      String name,
      Versions<byte[]> stored,
      ItemIdentity identity,
      boolean ignoreMac) {
    this.session = session;
    this.given = given;
    this.file = file;
    this.identity = identity;
    FileTypes types = new FileTypes(given, session.formats());
    Strictness strict = new Restrictions(session, given).strictness(file);
    Strictness strictness = new Strictness(ignoreMac || strict.ignoreMac(), strict.requireSeal());
    KeyRing keys = session.keyRing(given);
    Versions<Input> inputs = stored.map(bytes -> types.input(name, bytes));
    try {
      Version ours = open(keys, inputs.ours(), strictness);
      Version theirs = open(keys, inputs.theirs(), strictness);
      Optional<Version> base = base(keys, inputs.base());
      this.baseIsClosed = base.isEmpty();
      DocumentFormat format = ours.exists() ? ours.format() : theirs.format();
      Version none =
          new Version(empty(format, name), Version.nothing(empty(format, name)), Optional.empty());
      this.versions = new Versions<>(base.orElse(none), ours, theirs);
      refuseOtherFormats(format);
      this.plain = versions.map(version -> version.exists() ? version.plain() : none.plain());
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static Input empty(DocumentFormat format, String name) {
    return new Input(new SourceText(name, new byte[0]), format);
  }

  private Version open(KeyRing keys, Input input, Strictness strictness) {
    Version version = Version.open(session.world(), keys, input, strictness);
    all.add(version);
    return version;
  }

  /** Returns empty if it can't be opened: a person may have got access only since. */
  private Optional<Version> base(KeyRing keys, Input input) {
    try {
      return Optional.of(open(keys, input, Strictness.NORMAL));
    } catch (SealconfException e) {
      return Optional.empty();
    }
  }

  private void refuseOtherFormats(DocumentFormat format) {
    for (Version version : all) {
      if (version.exists() && version.format() != format) {
        throw new Refusal("the versions have different formats")
            .at(Location.of(version.input().source().name()));
      }
    }
  }

  /** Returns the versions merged by key. */
  public KeyMerge merged() {
    return KeyMerge.of(plain, identity);
  }

  /** Returns the versions in plain text. */
  public Versions<Document> plain() {
    return plain;
  }

  /** Returns the metadata of the versions that are encrypted. */
  public List<Metadata> metadata() {
    return all.stream()
        .flatMap(version -> version.opened().stream())
        .map(OpenedFile::metadata)
        .toList();
  }

  /** Returns whether there is a common version that no key here opens, so that it didn't count. */
  public boolean baseIsClosed() {
    return baseIsClosed;
  }

  /** Returns what of the metadata both sides changed, in words. */
  public List<String> conflictsOfTerms() {
    return bothEncrypted() ? terms().conflicts() : List.of();
  }

  private boolean bothEncrypted() {
    return versions.ours().opened().isPresent() && versions.theirs().opened().isPresent();
  }

  /**
   * Returns the encrypted file for a merged text.
   *
   * @throws SealconfException if the text can't be read or encrypted, or no key is named to encrypt
   *     it for
   */
  public byte[] sealed(byte[] text) {
    return sealing().of(text);
  }

  /**
   * Returns a text that has conflicts in it, encrypted whole for those who can open the merged
   * file.
   */
  public byte[] conflicted(byte[] text) {
    return sealing().whole(text);
  }

  private MergeSealing sealing() {
    return new MergeSealing(
        session, given, file, versions, bothEncrypted() ? Optional.of(terms()) : Optional.empty());
  }

  /** Returns a version's stored bytes, encrypted whatever they are. */
  public byte[] oursAsStored() {
    Version ours = versions.ours();
    return ours.opened().isPresent() || !ours.exists() ? ours.stored() : sealed(ours.stored());
  }

  private MergedTerms terms() {
    if (terms.isEmpty()) {
      terms =
          Optional.of(
              MergedTerms.of(
                  versions.base().opened(),
                  versions.ours().opened().orElseThrow(),
                  versions.theirs().opened().orElseThrow(),
                  this::isConfirmed));
    }
    return terms.get();
  }

  /**
   * Returns whether the creation rules name the recipients and the selection that a version has.
   */
  private boolean isConfirmed(OpenedFile version) {
    Policy policy = new Restrictions(session, given).policy(file, Set.of());
    Concerns concerns =
        new RecipientsGuard(policy, session.providers())
            .concerns(version.metadata(), version.input(), List.of());
    return !policy.rules().isEmpty() && concerns.isEmpty();
  }

  @Override
  public void close() {
    all.forEach(Version::close);
  }
}
