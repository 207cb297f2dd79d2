package dev.sealconf.crypto;

import java.util.Optional;

/**
 * The primitives the program stands on. Two implementations pass the same vectors: one that starts
 * fast, for small work, and one that runs fast, for large work ({@code docs/performance.md}).
 */
public interface Primitives {

  /** AES-GCM under a 16- or 32-byte key. */
  AesGcm aesGcm(byte[] key);

  Hash sha512();

  /** SHA-256 of the bytes, 32 bytes. */
  byte[] sha256(byte[] bytes);

  /** HMAC-SHA256, 32 bytes (RFC 2104). */
  byte[] hmacSha256(byte[] key, byte[] data);

  /** HKDF-SHA256 (RFC 5869), {@code length} bytes; an empty salt is the RFC's default. */
  byte[] hkdfSha256(byte[] secret, byte[] salt, String info, int length);

  /** ChaCha20-Poly1305 (RFC 8439), 32-byte key, 12-byte nonce, no additional data: ciphertext and tag. */
  byte[] chacha20Poly1305Seal(byte[] key, byte[] nonce, byte[] plaintext);

  /** The plaintext, or empty if the tag does not fit. */
  Optional<byte[]> chacha20Poly1305Open(byte[] key, byte[] nonce, byte[] ciphertextAndTag);

  /** The shared secret of X25519 (RFC 7748), 32 bytes; empty if it is all zero. */
  Optional<byte[]> x25519(byte[] privateKey, byte[] publicKey);

  /** The public half of an X25519 private key, 32 bytes. */
  byte[] x25519PublicKey(byte[] privateKey);

  /** scrypt (RFC 7914) with r = 8, p = 1, {@code length} bytes. */
  byte[] scrypt(byte[] passphrase, byte[] salt, int logN, int length);
}
