package dev.sealconf.crypto;

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
   * @throws IllegalArgumentException if the nonce is empty
   */
  byte[] seal(byte[] nonce, byte[] plaintext, byte[] additionalData);

  /**
   * The plaintext, or empty if the tag does not fit, is shorter than 16 bytes, or the nonce is
   * empty: nothing of the plaintext is released then.
   */
  Optional<byte[]> open(byte[] nonce, byte[] ciphertextAndTag, byte[] additionalData);
}
