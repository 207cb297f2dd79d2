package dev.sealconf.operation.file;

import dev.sealconf.document.Document;
import dev.sealconf.document.Indent;
import dev.sealconf.envelope.OpenedDocument;
import dev.sealconf.envelope.SealOrder;
import dev.sealconf.envelope.Sealing;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.io.World;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.ring.KeyProviders;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Seals a text that was merged from several versions of an encrypted file. */
public final class MergedFile {
  private final World world;
  private final KeyProviders providers;

  /** Seals in this world, and writes metadata of these providers. */
  public MergedFile(World world, KeyProviders providers) {
    this.world = world;
    this.providers = providers;
  }

  /** Returns whether two files have the same data key. */
  public static boolean sameDataKey(OpenedFile one, OpenedFile other) {
    return MessageDigest.isEqual(
        one.order(one.metadata().terms()).dataKey().exposed(),
        other.order(other.metadata().terms()).dataKey().exposed());
  }

  /**
   * Returns the sealed file under the data key of the versions, which have the same one. A value
   * keeps its token of the first version that has the value at its place.
   *
   * @param groups the data key, wrapped for the groups of the terms
   */
  public byte[] seal(
      List<OpenedFile> versions, Document plain, Terms terms, List<WrappedGroup> groups) {
    OpenedFile first = versions.get(0);
    SealOrder own = first.order(terms);
    SealOrder order =
        new SealOrder(own.dataKey(), groups, terms, own.version(), own.now(), own.renewsTokens());
    Sealing sealing = new Sealing(world.entropy(), providers);
    if (plain.format().encryptsWhole()) {
      return sealing.print(plain, plain.format().sealedForm(), Indent.DEFAULT, order, true);
    }
    List<OpenedDocument> others = versions.stream().skip(1).map(OpenedFile::opened).toList();
    return sealing.seal(plain, order, Optional.of(first.opened()), others, Optional.empty(), true);
  }
}
