package dev.sealconf.keys.providers.kms;

import dev.sealconf.keys.FolderClient;
import dev.sealconf.keys.KeyClient;

/** Where the vendor's client is. */
public final class KmsFolder {
  private KmsFolder() {}

  /** The client, not opened yet. */
  public static FolderClient<KeyClient> client() {
    return new FolderClient<>(
        "providers/kms", "dev.sealconf.keys.providers.kms.client.AwsKms", KeyClient.class);
  }
}
