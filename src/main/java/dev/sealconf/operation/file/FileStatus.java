package dev.sealconf.operation.file;

import dev.sealconf.document.Document;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.keys.ring.KeyProviders;

/** Tells whether a file is sealed, without a key. */
public final class FileStatus {
  private final KeyProviders providers;

  /** Reads metadata of these providers. */
  public FileStatus(KeyProviders providers) {
    this.providers = providers;
  }

  /**
   * Returns whether the file has metadata with a version and a MAC.
   *
   * @throws dev.sealconf.error.SealconfException with exit code 1 if it can't be read or its
   *     metadata is malformed
   */
  public boolean sealed(Input input) {
    Document document = SealedReader.read(input);
    return document.metadata().isPresent() && isComplete(document);
  }

  /**
   * Returns whether the file has metadata, but without a version or a MAC: it is encrypted but
   * can't be opened.
   *
   * @throws dev.sealconf.error.SealconfException as {@link #sealed} does
   */
  public boolean damaged(Input input) {
    Document document = SealedReader.read(input);
    return document.metadata().isPresent() && !isComplete(document);
  }

  private boolean isComplete(Document document) {
    Metadata metadata = new MetadataReader(providers).read(document);
    return !metadata.version().isEmpty() && !metadata.mac().isEmpty();
  }
}
