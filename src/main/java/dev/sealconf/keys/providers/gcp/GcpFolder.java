package dev.sealconf.keys.providers.gcp;

import dev.sealconf.plugin.LazyClient;

/** Where the vendor's client is. */
public final class GcpFolder {
  private GcpFolder() {}

  /** The client, not opened yet. */
  public static LazyClient<GcpClient> client() {
    return new LazyClient<>(
        "providers/gcp_kms", "dev.sealconf.keys.providers.gcp.client.GoogleKms", GcpClient.class);
  }
}
