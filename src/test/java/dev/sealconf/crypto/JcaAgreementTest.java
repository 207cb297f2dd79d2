package dev.sealconf.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The primitives give what the JDK's own implementations give, for inputs of many lengths. */
final class JcaAgreementTest {
  private static final int TAG_BITS = 128;

  @ParameterizedTest
  @ValueSource(ints = {16, 32})
  void aesGcmWithNoncesOfEveryLength(int keyLength) throws GeneralSecurityException {
    Random random = new Random(keyLength);
    byte[] key = bytes(random, keyLength);
    AesGcm ours = new AesGcm(key);
    for (int length = 1; length <= 100; length++) {
      byte[] nonce = bytes(random, length);
      byte[] plaintext = bytes(random, 3 * length);
      byte[] data = bytes(random, length - 1);

      byte[] sealed = aesGcm(Cipher.ENCRYPT_MODE, key, nonce, plaintext, data);

      assertThat(ours.seal(nonce, plaintext, data)).isEqualTo(sealed);
      assertThat(ours.open(nonce, sealed, data).orElseThrow()).isEqualTo(plaintext);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 1000, 100_000})
  void hashesAndMacs(int length) throws GeneralSecurityException {
    Random random = new Random(length);
    byte[] message = bytes(random, length);
    byte[] key = bytes(random, 1 + length / 2);
    Sha512 sha512 = new Sha512();
    sha512.update(message);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));

    assertThat(sha512.digest()).isEqualTo(MessageDigest.getInstance("SHA-512").digest(message));
    assertThat(Primitives.sha256(message))
        .isEqualTo(MessageDigest.getInstance("SHA-256").digest(message));
    assertThat(Primitives.hmacSha256(key, message)).isEqualTo(mac.doFinal(message));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16, 64, 1000, 100_000})
  void chacha20Poly1305(int length) throws GeneralSecurityException {
    Random random = new Random(length);
    byte[] key = bytes(random, 32);
    byte[] nonce = bytes(random, 12);
    byte[] plaintext = bytes(random, length);
    Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
    byte[] sealed = cipher.doFinal(plaintext);

    assertThat(Primitives.chacha20Poly1305Seal(key, nonce, plaintext)).isEqualTo(sealed);
    assertThat(Primitives.chacha20Poly1305Open(key, nonce, sealed).orElseThrow())
        .isEqualTo(plaintext);
  }

  private static byte[] aesGcm(int mode, byte[] key, byte[] nonce, byte[] input, byte[] data)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(data);
    return cipher.doFinal(input);
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
