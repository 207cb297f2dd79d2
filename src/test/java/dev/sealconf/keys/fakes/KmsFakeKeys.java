package dev.sealconf.keys.fakes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of {@link KmsFake}: AES-256-GCM with the encryption context as associated data. A
 * ciphertext begins with the length and the ARN of its key. The bytes of a key follow from its ARN.
 */
final class KmsFakeKeys {
  private static final String KEY_ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();

  /** An answer that is an error, as AWS names it. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String code) {
      super(code);
    }
  }

  /** The ARN of the key that an ARN of a key or an alias means, for requests to a region. */
  static String resolve(String arn, String region) throws Refusal {
    String[] parts = arn.split(":", 6);
    if (parts.length != 6 || !parts[3].equals(region) || !parts[4].equals(KmsFake.ACCOUNT)) {
      throw new Refusal("NotFoundException");
    }
    String prefix = arn.substring(0, arn.length() - parts[5].length());
    return switch (parts[5]) {
      case "alias/team", "key/" + KEY_ID -> prefix + "key/" + KEY_ID;
      case "key/mrk-1", "key/mrk-2" -> arn;
      case "key/disabled" -> throw new Refusal("DisabledException");
      case "key/deleted" -> throw new Refusal("KMSInvalidStateException");
      default -> throw new Refusal("NotFoundException");
    };
  }

  byte[] encrypt(String arn, byte[] plaintext, Map<String, String> context) {
    byte[] name = arn.getBytes(StandardCharsets.UTF_8);
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, arn, nonce, context).doFinal(plaintext);
      ByteBuffer out = ByteBuffer.allocate(1 + name.length + NONCE + sealed.length);
      return out.put((byte) name.length).put(name).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The plaintext, if the ciphertext is of this key and context. */
  byte[] decrypt(String arn, byte[] blob, Map<String, String> context) throws Refusal {
    try {
      ByteBuffer in = ByteBuffer.wrap(blob);
      String name = new String(take(in, in.get() & 0xff), StandardCharsets.UTF_8);
      byte[] nonce = take(in, NONCE);
      byte[] sealed = take(in, in.remaining());
      byte[] plaintext = cipher(Cipher.DECRYPT_MODE, name, nonce, context).doFinal(sealed);
      return Optional.of(plaintext)
          .filter(p -> name.equals(arn))
          .orElseThrow(() -> new Refusal("IncorrectKeyException"));
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new Refusal("InvalidCiphertextException");
    }
  }

  private static byte[] take(ByteBuffer in, int count) {
    byte[] bytes = new byte[count];
    in.get(bytes);
    return bytes;
  }

  private static Cipher cipher(int mode, String arn, byte[] nonce, Map<String, String> context)
      throws GeneralSecurityException {
    MessageDigest hash = MessageDigest.getInstance("SHA-256");
    byte[] key = hash.digest(("a key of the fake KMS: " + arn).getBytes(StandardCharsets.UTF_8));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(new TreeMap<>(context).toString().getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
