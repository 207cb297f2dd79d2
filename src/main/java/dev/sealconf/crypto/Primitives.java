package dev.sealconf.crypto;

import java.util.Optional;

/**
 * The primitives that the program uses. Two implementations pass the same vectors: one that starts
 * fast, for small work, and one that runs fast, for large work ({@code docs/performance.md}). Keys
 * and nonces of a wrong length are the caller's fault and throw {@link IllegalArgumentException};
 * only where nothing but an attacker can be the cause ({@code …Open}) does a wrong nonce give an
 * empty result.
 */
public interface Primitives {

  /** The implementation that starts fast: BouncyCastle's lightweight one, off the JCA. */
  static Primitives startingFast() {
    return LightPrimitives.INSTANCE;
  }

  /**
   * The implementation that runs fast: AES-GCM and SHA-2 by the JCA, in the processor's own code.
   */
  static Primitives runningFast() {
    return JcaPrimitives.INSTANCE;
  }

  /**
   * The implementation that is done sooner with so much work in a new process.
   *
   * @param values the number of values to seal or open
   * @param bytes the number of bytes of all of them together
   */
  static Primitives forWork(int values, long bytes) {
    return WorkSize.large(values, bytes) ? runningFast() : startingFast();
  }

  /** AES-GCM under a 16- or 32-byte key. */
  AesGcm aesGcm(byte[] key);

  /** A new running SHA-512. */
  Hash sha512();

  /** SHA-256 of the bytes, 32 bytes. */
  byte[] sha256(byte[] bytes);

  /** HMAC-SHA256, 32 bytes (RFC 2104). */
  byte[] hmacSha256(byte[] key, byte[] data);

  /** HKDF-SHA256 (RFC 5869), {@code length} bytes; an empty salt is the RFC's default. */
  byte[] hkdfSha256(byte[] secret, byte[] salt, String info, int length);

  /**
   * ChaCha20-Poly1305 (RFC 8439), 32-byte key, 12-byte nonce, no additional data: ciphertext and
   * tag.
   */
  byte[] chacha20Poly1305Seal(byte[] key, byte[] nonce, byte[] plaintext);

  /** The plaintext, or empty if the tag does not fit. */
  Optional<byte[]> chacha20Poly1305Open(byte[] key, byte[] nonce, byte[] ciphertextAndTag);

  /**
   * XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha), 32-byte key, 24-byte nonce: ciphertext and tag.
   */
  byte[] xchacha20Poly1305Seal(byte[] key, byte[] nonce, byte[] plaintext, byte[] additionalData);

  /** The plaintext, or empty if the tag does not fit. */
  Optional<byte[]> xchacha20Poly1305Open(
      byte[] key, byte[] nonce, byte[] ciphertextAndTag, byte[] additionalData);

  /** The shared secret of X25519 (RFC 7748), 32 bytes; empty if it is all zero. */
  Optional<byte[]> x25519(byte[] privateKey, byte[] publicKey);

  /** The public half of an X25519 private key, 32 bytes. */
  byte[] x25519PublicKey(byte[] privateKey);

  /** scrypt (RFC 7914) with r = 8, p = 1, {@code length} bytes. */
  byte[] scrypt(byte[] passphrase, byte[] salt, int logN, int length);
}
