package dev.sealconf.keys.providers.gcp;

import dev.sealconf.plugin.FolderClient;

/** Where the vendor's client is. */
public final class GcpFolder {
  private GcpFolder() {}

  /** The client, not opened yet. */
  public static FolderClient<GcpClient> client() {
    return new FolderClient<>(
        "providers/gcp_kms", "dev.sealconf.keys.providers.gcp.client.GoogleKms", GcpClient.class);
  }
}
