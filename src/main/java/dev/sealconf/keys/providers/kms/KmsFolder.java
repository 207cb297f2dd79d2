package dev.sealconf.keys.providers.kms;

import dev.sealconf.plugin.LazyClient;

/** Where the vendor's client is. */
public final class KmsFolder {
  private KmsFolder() {}

  /** The client, not opened yet. */
  public static LazyClient<AwsClient> client() {
    return new LazyClient<>(
        "providers/kms", "dev.sealconf.keys.providers.kms.client.AwsKms", AwsClient.class);
  }
}
