package dev.sealconf.crypto;

import java.util.List;
import java.util.Optional;

/**
 * AES-GCM under one key with a 16-byte tag and nonces of any length from 1 byte (NIST SP 800-38D).
 * An instance is for one thread.
 */
public interface AesGcm {

  /**
   * Ciphertext followed by the 16-byte tag. The caller never gives a nonce twice under one key
   * unless plaintext and additional data are the same as well.
   *
   * @param additionalData in parts, as they follow each other
   * @throws IllegalArgumentException if the nonce is empty
   */
  byte[] seal(byte[] nonce, byte[] plaintext, List<byte[]> additionalData);

  /**
   * The plaintext, or empty if the tag does not fit, is shorter than 16 bytes, or the nonce is
   * empty: nothing of the plaintext is released then.
   *
   * @param additionalData in parts, as they follow each other
   */
  Optional<byte[]> open(byte[] nonce, byte[] ciphertextAndTag, List<byte[]> additionalData);

  /** The same with the additional data in one piece. */
  default byte[] seal(byte[] nonce, byte[] plaintext, byte[] additionalData) {
    return seal(nonce, plaintext, List.of(additionalData));
  }

  /** The same with the additional data in one piece. */
  default Optional<byte[]> open(byte[] nonce, byte[] ciphertextAndTag, byte[] additionalData) {
    return open(nonce, ciphertextAndTag, List.of(additionalData));
  }
}
