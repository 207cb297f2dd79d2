package dev.sealconf.keys.providers.kms;

import dev.sealconf.plugin.LazyClient;

/** The folder that contains the vendor's client. */
public final class KmsFolder {
  private KmsFolder() {}

  /** Returns the client, which isn't loaded yet. */
  public static LazyClient<AwsClient> client() {
    return new LazyClient<>(
        "providers/kms", "dev.sealconf.keys.providers.kms.client.AwsKms", AwsClient.class);
  }
}
