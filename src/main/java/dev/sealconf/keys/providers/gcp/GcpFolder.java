package dev.sealconf.keys.providers.gcp;

import dev.sealconf.keys.ClientFolder;

/** The folder of the vendor's client, opened when its client is first asked for. */
public final class GcpFolder {
  private static final String FOLDER = "providers/gcp_kms";
  private static final String CLIENT = "dev.sealconf.keys.providers.gcp.client.GoogleKms";

  private GcpClient client;

  /** The client, the same at every call. */
  public synchronized GcpClient client() {
    if (client == null) {
      client = ClientFolder.open(FOLDER, CLIENT, GcpClient.class);
    }
    return client;
  }
}
