package dev.sealconf.envelope;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.envelope.metadata.MetadataWriter;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.selection.Selector;
import dev.sealconf.envelope.selection.Walk;
import dev.sealconf.envelope.spelling.SpellingText;
import dev.sealconf.error.Location;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.Entropy;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.ring.KeyProviders;
import java.util.List;
import java.util.Optional;

/**
 * Writes different wrapped keys into a sealed file. The data key stays, and so does every byte
 * outside the metadata block, as well as {@code mac} and {@code lastmodified}. An existing seal is
 * made again, because it covers the recipients ({@code docs/format.md §8.2}).
 */
public final class WrappedKeysUpdate {
  private final Entropy entropy;
  private final MetadataReader metadataReader;
  private final MetadataWriter metadataWriter;

  /** Seals with this randomness, and writes metadata of these providers. */
  public WrappedKeysUpdate(Entropy entropy, KeyProviders providers) {
    this.entropy = entropy;
    this.metadataReader = new MetadataReader(providers);
    this.metadataWriter = new MetadataWriter(providers);
  }

  /**
   * Returns the sealed file with these groups instead of its own. It has been read again and
   * opened.
   *
   * @param dataKey the file's own data key, 32 bytes
   * @param threshold groups needed to open the file; 0 to store none
   */
  public byte[] regroup(
      OpenedDocument opened, SecretBytes dataKey, List<WrappedGroup> groups, int threshold) {
    Document document = opened.document();
    Metadata metadata = opened.metadata().withGroups(groups, threshold);
    if (opened.metadata().seal().isPresent()) {
      byte[] spelling = SpellingText.write(opened.spelling());
      String seal = opened.seal(metadata, spelling, dataKey, entropy);
      metadata = metadata.withSeal(Optional.of(seal));
    }
    byte[] bytes =
        document
            .source()
            .apply(document.format().withMetadata(document, metadataWriter.tree(metadata)));
    verify(opened, bytes, dataKey);
    return bytes;
  }

  private void verify(OpenedDocument opened, byte[] bytes, SecretBytes dataKey) {
    Document document = opened.document();
    try {
      Document again = document.format().read(new SourceText(document.source().name(), bytes));
      Metadata metadata = metadataReader.read(again);
      List<Place> places = Walk.of(again, Selector.of(metadata.selection()));
      new Opening().open(again, places, metadata, dataKey, false, KnownValues.of(opened));
    } catch (SealconfException e) {
      throw new OutputFailure.NotRepresentable("these keys don't fit in the place of the old ones")
          .at(Location.of(document.source().name()))
          .hint("rewrite the metadata: sealconf rotate -i");
    }
  }
}
