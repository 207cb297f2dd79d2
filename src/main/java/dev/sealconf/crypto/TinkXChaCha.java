package dev.sealconf.crypto;

import com.google.crypto.tink.aead.internal.InsecureNonceXChaCha20Poly1305;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * XChaCha20-Poly1305 by Tink's primitive, without its registry. Tink's public class draws the nonce
 * itself; this one takes it, and its callers draw fresh ones.
 */
final class TinkXChaCha {
  private static final int KEY = 32;
  private static final int NONCE = 24;

  private TinkXChaCha() {}

  static byte[] seal(byte[] key, byte[] nonce, byte[] plaintext, byte[] additionalData) {
    Lengths.require("key", key, KEY);
    Lengths.require("nonce", nonce, NONCE);
    try {
      return new InsecureNonceXChaCha20Poly1305(key).encrypt(nonce, plaintext, additionalData);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink does not seal");
    }
  }

  static Optional<byte[]> open(
      byte[] key, byte[] nonce, byte[] ciphertextAndTag, byte[] additionalData) {
    Lengths.require("key", key, KEY);
    if (nonce.length != NONCE || ciphertextAndTag.length < Lengths.TAG) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new InsecureNonceXChaCha20Poly1305(key).decrypt(nonce, ciphertextAndTag, additionalData));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
