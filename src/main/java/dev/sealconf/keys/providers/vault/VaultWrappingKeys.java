package dev.sealconf.keys.providers.vault;

import com.google.auto.service.AutoService;
import com.google.crypto.tink.Aead;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.World;
import dev.sealconf.plugin.WrappingKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Transit keys for Tink keysets: {@code hcvault://HOST[:PORT]/ENGINE/keys/KEY}, over TLS, as in
 * Tink's own integration. They accept no associated data, which keysets don't use.
 */
@AutoService(WrappingKeys.class)
public final class VaultWrappingKeys implements WrappingKeys {
  private static final String PREFIX = "hcvault://";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public Aead aead(String uri, World world) {
    String rest = uri.substring(PREFIX.length());
    int slash = rest.indexOf('/');
    String host = slash < 0 ? rest : rest.substring(0, slash);
    VaultKey key = VaultKey.parse("https://" + host + "/v1" + rest.substring(host.length()));
    Transit transit = new Transit(world);
    return new Aead() {
      @Override
      public byte[] encrypt(byte[] plaintext, byte[] associatedData)
          throws GeneralSecurityException {
        requireNone(associatedData);
        try (SecretBytes copy = SecretBytes.owning(plaintext.clone())) {
          return transit.wrap(copy, key).getBytes(StandardCharsets.US_ASCII);
        }
      }

      @Override
      public byte[] decrypt(byte[] ciphertext, byte[] associatedData)
          throws GeneralSecurityException {
        requireNone(associatedData);
        String enc = new String(ciphertext, StandardCharsets.ISO_8859_1);
        try (SecretBytes plaintext = transit.unwrap(enc, key)) {
          return plaintext.exposed().clone();
        }
      }
    };
  }

  private static void requireNone(byte[] associatedData) throws GeneralSecurityException {
    if (associatedData != null && associatedData.length > 0) {
      throw new GeneralSecurityException("associated data");
    }
  }
}
