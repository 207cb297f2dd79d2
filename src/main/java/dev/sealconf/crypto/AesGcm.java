package dev.sealconf.crypto;

import java.util.Optional;

/** AES-GCM under one key with a 16-byte tag and nonces of any length from 1 byte (NIST SP 800-38D). */
public interface AesGcm {

  /** Ciphertext followed by the 16-byte tag. */
  byte[] seal(byte[] nonce, byte[] plaintext, byte[] additionalData);

  /** The plaintext, or empty if the tag does not fit: nothing of the plaintext is released then. */
  Optional<byte[]> open(byte[] nonce, byte[] ciphertextAndTag, byte[] additionalData);
}
