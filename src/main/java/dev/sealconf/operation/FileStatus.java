package dev.sealconf.operation;

import dev.sealconf.document.Document;
import dev.sealconf.envelope.Metadata;
import dev.sealconf.envelope.MetadataReader;
import dev.sealconf.keys.KeyProviders;

/** Tells whether a file is sealed, without any key. */
public final class FileStatus {
  private final KeyProviders providers;

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
    Document document = SealedInput.read(input);
    if (document.metadata().isEmpty()) {
      return false;
    }
    Metadata metadata = new MetadataReader(providers).read(document);
    return !metadata.version().isEmpty() && !metadata.mac().isEmpty();
  }
}
