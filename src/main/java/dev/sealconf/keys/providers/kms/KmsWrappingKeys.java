package dev.sealconf.keys.providers.kms;

import com.google.auto.service.AutoService;
import com.google.crypto.tink.Aead;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.plugin.LazyClient;
import dev.sealconf.plugin.WrappingKeys;
import java.util.Base64;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * AWS KMS keys for Tink keysets: {@code aws-kms://arn:aws:kms:…}. The associated data goes into the
 * encryption context as the value of {@code associatedData}, in hexadecimal, as in Tink's own
 * integration, so that each can read the other's keysets.
 */
@AutoService(WrappingKeys.class)
public final class KmsWrappingKeys implements WrappingKeys {
  private static final String PREFIX = "aws-kms://";

  private final LazyClient<AwsClient> client = KmsFolder.client();

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public Aead aead(String uri, World world) {
    KmsKey named = KmsKey.parse(uri.substring(PREFIX.length()), "", new TreeMap<>());
    return new Aead() {
      @Override
      public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
        try (SecretBytes copy = SecretBytes.owning(plaintext.clone())) {
          String enc = client.get().wrap(copy, key(named, associatedData), world);
          return Base64.getDecoder().decode(enc);
        }
      }

      @Override
      public byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
        String enc = Base64.getEncoder().encodeToString(ciphertext);
        WrappedKey wrapped = new WrappedKey(key(named, associatedData), enc);
        try (SecretBytes plaintext = client.get().unwrap(wrapped, world)) {
          return plaintext.exposed().clone();
        }
      }
    };
  }

  private static MasterKey key(KmsKey named, byte[] associatedData) {
    SortedMap<String, String> context = new TreeMap<>();
    if (associatedData != null && associatedData.length > 0) {
      context.put("associatedData", HexFormat.of().formatHex(associatedData));
    }
    return new KmsKey(named.arn(), named.role(), "", context).masterKey("kms");
  }
}
