package dev.sealconf.keys.providers.gcp;

import dev.sealconf.plugin.LazyClient;

/** The folder that contains the vendor's client. */
public final class GcpFolder {
  private GcpFolder() {}

  /** Returns the client, which isn't loaded yet. */
  public static LazyClient<GcpClient> client() {
    return new LazyClient<>(
        "providers/gcp_kms", "dev.sealconf.keys.providers.gcp.client.GoogleKms", GcpClient.class);
  }
}
