package dev.sealconf.operation.file;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Indent;
import dev.sealconf.document.Revision;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.envelope.OpenedDocument;
import dev.sealconf.envelope.Opening;
import dev.sealconf.envelope.SealOrder;
import dev.sealconf.envelope.Sealing;
import dev.sealconf.envelope.WrappedKeysUpdate;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.error.Location;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.conversion.Conversion;
import dev.sealconf.operation.groups.GroupChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A sealed file that has been opened and authenticated, with its data key, and the files that can
 * be made from it. Closing it wipes the key.
 */
public final class OpenedFile implements AutoCloseable {
  private static final int DATA_KEY_BYTES = 32;

  private final World world;
  private final KeyRing keys;
  private final Input input;
  private final OpenedDocument opened;
  private final SecretBytes dataKey;

  private OpenedFile(
      World world, KeyRing keys, Input input, OpenedDocument opened, SecretBytes dataKey) {
    this.world = world;
    this.keys = keys;
    this.input = input;
    this.opened = opened;
    this.dataKey = dataKey;
  }

  /**
   * Reads a sealed file, unwraps its data key and opens it.
   *
   * @throws SealconfException with exit code 1 if the file can't be read or has no metadata, 128 if
   *     no key opens it, 25 or 51 if it was changed
   */
  public static OpenedFile open(World world, KeyRing keys, Input input, Strictness strictness) {
    try {
      return opened(world, keys, input, input, strictness);
    } catch (OpeningFailure.ValueNotOpened e) {
      Optional<Input> unmarked = SealedReader.withoutMark(input);
      if (unmarked.isEmpty()) {
        throw e;
      }
      try {
        return opened(world, keys, input, unmarked.get(), strictness);
      } catch (SealconfException again) {
        throw e;
      }
    }
  }

  private static OpenedFile opened(
      World world, KeyRing keys, Input given, Input input, Strictness strictness) {
    Document document = SealedReader.read(input);
    Metadata metadata = new MetadataReader(keys.providers()).read(document);
    MetadataReader.checkVersion(metadata, Location.of(input.source().name()));
    if (strictness.requireSeal() && metadata.seal().isEmpty()) {
      throw new OpeningFailure.Changed("the file has no seal")
          .at(Location.of(input.source().name()))
          .hint(".sops.yaml says require_seal: seal the file with sealconf rotate -i");
    }
    SecretBytes dataKey = unwrap(keys, metadata, input);
    try {
      OpenedDocument opened =
          new Opening().open(document, metadata, dataKey, strictness.ignoreMac());
      if (strictness.ignoreMac()) {
        world.tell().warn("the MAC is ignored: values may have been added, removed or swapped");
      }
      opened.warnings().forEach(world.tell()::warn);
      return new OpenedFile(world, keys, given, opened, dataKey);
    } catch (RuntimeException e) {
      dataKey.close();
      throw e;
    }
  }

  private static SecretBytes unwrap(KeyRing keys, Metadata metadata, Input input) {
    try {
      return keys.unwrap(metadata.groups(), metadata.threshold(), input.source().name());
    } catch (SealconfException e) {
      throw e.at(Location.of(input.source().name()));
    }
  }

  /** Returns the file as it was given. */
  public Input input() {
    return input;
  }

  /** Returns the authenticated document. */
  public OpenedDocument opened() {
    return opened;
  }

  /** Returns the metadata of the file. */
  public Metadata metadata() {
    return opened.metadata();
  }

  /** Returns its name in messages. */
  public Location location() {
    return Location.of(input.source().name());
  }

  /** Returns the plain trees, one per document. */
  public List<MapNode> tree() {
    return opened.tree();
  }

  /** Returns the plain file. Warns about values that can't be written as they were. */
  public Document plain() {
    if (whole()) {
      return read(input.format(), printed(input.format()));
    }
    opened.plainWarnings().forEach(world.tell()::warn);
    return opened.plainDocument();
  }

  /**
   * Returns the document that paths and splices apply to. A file that is encrypted whole has no
   * paths of its own, so edits apply to the map that stores it.
   */
  public Document editable() {
    return whole()
        ? read(input.format().sealedForm(), printed(input.format().sealedForm()))
        : plain();
  }

  /** Returns the plain file after an edit of {@link #editable}. */
  public Document edited(byte[] bytes) {
    if (!whole()) {
      return read(input.format(), bytes);
    }
    Document changed = read(input.format().sealedForm(), bytes);
    return read(
        input.format(), input.format().print(changed.branches(), Optional.empty(), Indent.DEFAULT));
  }

  /**
   * Returns the sealed file for another plain text, under the same data key. Unchanged values keep
   * their tokens. If nothing changed and the MAC and the seal match, the bytes stay the same.
   *
   * @param revision how this file's plain text became the other one
   */
  public byte[] reseal(Document plain, Revision revision, Output output) {
    SealOrder order = order(metadata().terms());
    if (output.converts(input)) {
      PlainChecks.refuse(plain, input, output.format());
      return new Conversion(sealing(), output.format(), output.indent()).seal(plain, order, true);
    }
    return unchanged(plain)
        ? opened.document().source().bytes()
        : resealed(plain, Optional.of(revision), order, true);
  }

  /**
   * Returns the sealed file for a plain file that replaces this one.
   *
   * @param seal when the result has a seal
   */
  public byte[] replace(Document plain, Terms.SealPolicy seal, boolean allowNothingSealed) {
    boolean sealLater = seal == Terms.SealPolicy.ALWAYS && metadata().seal().isEmpty();
    return unchanged(plain) && !sealLater
        ? opened.document().source().bytes()
        : resealed(
            plain, Optional.empty(), order(metadata().terms().with(seal)), allowNothingSealed);
  }

  /** Returns whether each sealed value of the replacement is already at the same place. */
  public boolean addsNothing(Document plain, Terms.SealPolicy seal) {
    return unchanged(plain)
        || !whole() && sealing().addsNothing(plain, order(metadata().terms().with(seal)), opened);
  }

  private byte[] resealed(
      Document plain, Optional<Revision> revision, SealOrder order, boolean allowNothingSealed) {
    return whole()
        ? sealing()
            .print(plain, input.format().sealedForm(), Indent.DEFAULT, order, allowNothingSealed)
        : sealing().seal(plain, order, Optional.of(opened), revision, allowNothingSealed);
  }

  /**
   * Returns the sealed file with these terms: a new data key, new tokens, a seal. Keeps the layout
   * if the format doesn't change.
   */
  public byte[] renew(Terms terms, Output output) {
    try (SecretBytes newKey = SecretBytes.owning(world.entropy().bytes(DATA_KEY_BYTES))) {
      List<WrappedGroup> wrapped =
          keys.wrap(newKey, terms.groups(), terms.threshold(), input.source().name());
      SealOrder order = order(newKey, wrapped, terms.with(Terms.SealPolicy.ALWAYS), true);
      Document plain = plain();
      return whole() || output.converts(input)
          ? new Conversion(sealing(), output.format(), output.indent()).seal(plain, order, true)
          : sealing().seal(plain, order, Optional.of(opened), true);
    }
  }

  /**
   * Returns the sealed file for other key groups. It keeps its data key if everyone who could open
   * it still can; otherwise it gets a new one ({@code docs/security.md §recipients}).
   */
  public byte[] regroup(GroupChange change) {
    int threshold = change.newThreshold();
    if (change.shutsOut()) {
      Output same = new Output(input.format(), Indent.DEFAULT, false);
      return renew(metadata().terms().withGroups(change.newGroups(), threshold), same);
    }
    return new WrappedKeysUpdate(world.entropy(), keys.providers())
        .regroup(opened, dataKey, wrapped(change), threshold);
  }

  /** Several groups get new shares. A single group keeps its wrapped keys and gets the new ones. */
  private List<WrappedGroup> wrapped(GroupChange change) {
    List<WrappedGroup> before = metadata().groups();
    if (before.size() > 1 || change.newGroups().size() > 1) {
      return keys.wrap(dataKey, change.newGroups(), change.newThreshold(), input.source().name());
    }
    List<WrappedKey> all = new ArrayList<>(before.get(0).keys());
    KeyGroup added = new KeyGroup(change.groups().get(0).added());
    if (!added.masterKeys().isEmpty()) {
      all.addAll(keys.wrap(dataKey, List.of(added), 0, input.source().name()).get(0).keys());
    }
    return List.of(new WrappedGroup(all));
  }

  /** Reports the text of {@link GroupChange#notice}. */
  public void report(GroupChange change) {
    change.notice().ifPresent(notice -> world.tell().warn(location() + ": " + notice));
  }

  SealOrder order(Terms terms) {
    return order(dataKey, metadata().groups(), terms, false);
  }

  private SealOrder order(
      SecretBytes key, List<WrappedGroup> groups, Terms terms, boolean renewsTokens) {
    String now = Timestamps.now(world.clock());
    return new SealOrder(key, groups, terms, metadata().version(), now, renewsTokens);
  }

  private Sealing sealing() {
    return new Sealing(world.entropy(), keys.providers());
  }

  private boolean unchanged(Document plain) {
    if (!opened.vouched()) {
      return false;
    }
    return whole()
        ? SealedReader.stored(tree().get(0)).equals(SealedReader.stored(plain.branches().get(0)))
        : Arrays.equals(opened.plain(), plain.source().bytes());
  }

  private boolean whole() {
    return input.format().encryptsWhole();
  }

  private byte[] printed(DocumentFormat format) {
    return format.print(tree(), Optional.empty(), Indent.DEFAULT);
  }

  private Document read(DocumentFormat format, byte[] bytes) {
    return format.read(new SourceText(input.source().name(), bytes));
  }

  @Override
  public void close() {
    dataKey.close();
  }
}
