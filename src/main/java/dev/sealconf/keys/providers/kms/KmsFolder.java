package dev.sealconf.keys.providers.kms;

import dev.sealconf.plugin.FolderClient;

/** Where the vendor's client is. */
public final class KmsFolder {
  private KmsFolder() {}

  /** The client, not opened yet. */
  public static FolderClient<AwsClient> client() {
    return new FolderClient<>(
        "providers/kms", "dev.sealconf.keys.providers.kms.client.AwsKms", AwsClient.class);
  }
}
