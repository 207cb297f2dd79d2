package dev.sealconf.keys.providers.kms;

import dev.sealconf.keys.ClientFolder;
import dev.sealconf.keys.KeyClient;

/** The folder of the vendor's client, opened when its client is first asked for. */
public final class KmsFolder {
  private static final String FOLDER = "providers/kms";
  private static final String CLIENT = "dev.sealconf.keys.providers.kms.client.AwsKms";

  private KeyClient client;

  /** The client, the same at every call. */
  public synchronized KeyClient client() {
    if (client == null) {
      client = ClientFolder.open(FOLDER, CLIENT, KeyClient.class);
    }
    return client;
  }
}
