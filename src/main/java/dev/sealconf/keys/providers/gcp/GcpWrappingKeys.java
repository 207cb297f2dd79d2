package dev.sealconf.keys.providers.gcp;

import com.google.auto.service.AutoService;
import com.google.crypto.tink.Aead;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.plugin.LazyClient;
import dev.sealconf.plugin.WrappingKeys;

/**
 * Google Cloud KMS keys for Tink keysets: {@code gcp-kms://projects/…}. The associated data is
 * passed on unchanged, as in Tink's own integration, so that each can read the other's keysets.
 */
@AutoService(WrappingKeys.class)
public final class GcpWrappingKeys implements WrappingKeys {
  private static final String PREFIX = "gcp-kms://";
  private static final byte[] NOTHING = {};

  private final LazyClient<GcpClient> client = GcpFolder.client();

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public Aead aead(String uri, World world) {
    MasterKey key = GcpKey.parse(uri.substring(PREFIX.length())).masterKey("gcp_kms");
    return new Aead() {
      @Override
      public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
        return client.get().encrypt(plaintext, orNothing(associatedData), key, world);
      }

      @Override
      public byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
        return client.get().decrypt(ciphertext, orNothing(associatedData), key, world);
      }
    };
  }

  /** Returns null for empty data, as Tink expects. */
  private static byte[] orNothing(byte[] associatedData) {
    return associatedData == null ? NOTHING : associatedData;
  }
}
