package dev.sealconf.keys.providers.age.ssh;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.keys.providers.age.AgeException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.generators.OpenSSLPBEParametersGenerator;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.util.io.pem.PemHeader;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * Decrypts PEM keys that old versions of ssh-keygen encrypted (RFC 1421 headers, with OpenSSL's
 * MD5-based key derivation).
 */
final class LockedPem {
  private static final int SALT = 8;

  private LockedPem() {}

  static boolean isLocked(PemObject pem) {
    return header(pem, "Proc-Type").filter(value -> value.contains("ENCRYPTED")).isPresent();
  }

  /** Decrypts the content, which the caller closes. */
  static SecretBytes open(PemObject pem, SecretBytes passphrase) throws AgeException {
    String[] method = header(pem, "DEK-Info").orElse("").split(",", 2);
    int bits = keyBits(method[0]);
    if (bits == 0 || method.length < 2) {
      throw refused("encrypted in an unknown way; run ssh-keygen -p to change that");
    }
    try {
      byte[] iv = HexFormat.of().parseHex(method[1].strip());
      return SecretBytes.owning(decrypted(pem.getContent(), passphrase, iv, bits));
    } catch (InvalidCipherTextException | RuntimeException e) {
      throw refused("the passphrase is wrong");
    }
  }

  private static int keyBits(String method) {
    return switch (method) {
      case "AES-128-CBC" -> 128;
      case "AES-192-CBC", "DES-EDE3-CBC" -> 192;
      case "AES-256-CBC" -> 256;
      default -> 0;
    };
  }

  private static byte[] decrypted(byte[] content, SecretBytes passphrase, byte[] iv, int bits)
      throws InvalidCipherTextException {
    byte[] salt = Arrays.copyOf(iv, SALT);
    OpenSSLPBEParametersGenerator generator = new OpenSSLPBEParametersGenerator(new MD5Digest());
    generator.init(passphrase.exposed(), salt);
    BlockCipher engine = iv.length == SALT ? new DESedeEngine() : AESEngine.newInstance();
    PaddedBufferedBlockCipher cipher =
        new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(engine));
    cipher.init(false, new ParametersWithIV(generator.generateDerivedParameters(bits), iv));
    byte[] buffer = new byte[cipher.getOutputSize(content.length)];
    int length = cipher.processBytes(content, 0, content.length, buffer, 0);
    length += cipher.doFinal(buffer, length);
    byte[] clear = Arrays.copyOf(buffer, length);
    Arrays.fill(buffer, (byte) 0);
    return clear;
  }

  private static Optional<String> header(PemObject pem, String name) {
    for (Object header : (Collection<?>) pem.getHeaders()) {
      if (header instanceof PemHeader field && field.getName().equals(name)) {
        return Optional.of(field.getValue());
      }
    }
    return Optional.empty();
  }

  private static AgeException refused(String why) {
    return new AgeException(AgeException.Part.NO_MATCH, why);
  }
}
