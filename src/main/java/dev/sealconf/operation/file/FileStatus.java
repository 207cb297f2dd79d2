package dev.sealconf.operation.file;

import dev.sealconf.document.Document;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.keys.ring.KeyProviders;

/** Tells whether a file is sealed, without any key. */
public final class FileStatus {
  private final KeyProviders providers;

  /** Reads metadata of these providers. */
  public FileStatus(KeyProviders providers) {
    this.providers = providers;
  }

  /**
   * Whether the file has metadata with a version and a MAC.
   *
   * @throws dev.sealconf.error.SealconfException with 1 if it can't be read, or its metadata is
   *     malformed
   */
  public boolean sealed(Input input) {
    Document document = SealedReader.read(input);
    return document.metadata().isPresent() && isComplete(document);
  }

  /**
   * Whether the file has metadata, but no version or no MAC in it: it is encrypted, and does not
   * open.
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
