package dev.sealconf.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * The primitives that the program uses besides {@link AesGcm} and {@link Sha512}. They use
 * BouncyCastle's lightweight classes and never touch the JCA: even for the largest files the
 * program accepts, loading the JCA takes longer than its processor instructions save ({@code
 * docs/dependencies.md}). A key or nonce with a wrong length is the caller's mistake and throws
 * {@link IllegalArgumentException}. Only {@code …Open}, whose nonce may come from an attacker,
 * returns empty for a wrong nonce.
 */
public final class Primitives {
  private static final int SCRYPT_BLOCK = 8;
  private static final int SCRYPT_PARALLEL = 1;
  private static final int FEW_KEYS = 100;

  private static final AtomicInteger publicKeys = new AtomicInteger();

  private Primitives() {}

  /**
   * Returns the SHA-1 hash of the concatenated parts, 20 bytes. Only for the names of git objects,
   * where it protects nothing.
   */
  public static byte[] sha1(byte[]... data) {
    return digest(new SHA1Digest(), data);
  }

  /** Returns the SHA-256 hash (FIPS 180-4) of the concatenated parts, 32 bytes. */
  public static byte[] sha256(byte[]... data) {
    return digest(new SHA256Digest(), data);
  }

  private static byte[] digest(Digest digest, byte[]... data) {
    for (byte[] part : data) {
      digest.update(part, 0, part.length);
    }
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }

  /** Returns the HMAC-SHA256 (RFC 2104) of data in parts, as if they were joined; 32 bytes. */
  public static byte[] hmacSha256(byte[] key, byte[]... data) {
    HMac mac = new HMac(new SHA256Digest());
    mac.init(new KeyParameter(key));
    for (byte[] part : data) {
      mac.update(part, 0, part.length);
    }
    byte[] out = new byte[mac.getMacSize()];
    mac.doFinal(out, 0);
    return out;
  }

  /**
   * Derives {@code length} bytes with HKDF-SHA256 (RFC 5869). An empty salt means the RFC's
   * default.
   */
  public static byte[] hkdfSha256(byte[] secret, byte[] salt, String info, int length) {
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
    generator.init(new HKDFParameters(secret, salt, info.getBytes(UTF_8)));
    byte[] out = new byte[length];
    generator.generateBytes(out, 0, length);
    return out;
  }

  /**
   * Encrypts with ChaCha20-Poly1305 (RFC 8439), a 32-byte key, a 12-byte nonce and no additional
   * data. Returns the ciphertext and the tag.
   */
  public static byte[] chacha20Poly1305Seal(byte[] key, byte[] nonce, byte[] plaintext) {
    return ChaCha.seal(key, nonce, plaintext);
  }

  /** Decrypts and returns the plaintext, or empty if the tag doesn't match. */
  public static Optional<byte[]> chacha20Poly1305Open(
      byte[] key, byte[] nonce, byte[] ciphertextAndTag) {
    return ChaCha.open(key, nonce, ciphertextAndTag);
  }

  /**
   * Encrypts with XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha), a 32-byte key and a 24-byte nonce.
   * Returns the ciphertext and the tag.
   */
  public static byte[] xchacha20Poly1305Seal(
      byte[] key, byte[] nonce, byte[] plaintext, byte[] additionalData) {
    return ChaCha.sealExtended(key, nonce, plaintext, additionalData);
  }

  /** Decrypts and returns the plaintext, or empty if the tag doesn't match. */
  public static Optional<byte[]> xchacha20Poly1305Open(
      byte[] key, byte[] nonce, byte[] ciphertextAndTag, byte[] additionalData) {
    return ChaCha.openExtended(key, nonce, ciphertextAndTag, additionalData);
  }

  /** Returns the 32-byte shared secret of X25519 (RFC 7748), or empty if it is all zero. */
  public static Optional<byte[]> x25519(byte[] privateKey, byte[] publicKey) {
    Lengths.require("private key", privateKey, X25519.SCALAR_SIZE);
    Lengths.require("public key", publicKey, X25519.POINT_SIZE);
    byte[] shared = new byte[X25519.POINT_SIZE];
    return X25519.calculateAgreement(privateKey, 0, publicKey, 0, shared, 0)
        ? Optional.of(shared)
        : Optional.empty();
  }

  /**
   * Returns the public half of an X25519 private key, 32 bytes. The first {@value #FEW_KEYS} calls
   * use the Montgomery ladder: BouncyCastle's tables of the base point halve the time of a call,
   * but filling them takes as long as a hundred calls.
   */
  public static byte[] x25519PublicKey(byte[] privateKey) {
    Lengths.require("private key", privateKey, X25519.SCALAR_SIZE);
    byte[] out = new byte[X25519.POINT_SIZE];
    if (publicKeys.incrementAndGet() > FEW_KEYS) {
      X25519.scalarMultBase(privateKey, 0, out, 0);
      return out;
    }
    byte[] basePoint = new byte[X25519.POINT_SIZE];
    basePoint[0] = 9;
    X25519.scalarMult(privateKey, 0, basePoint, 0, out, 0);
    return out;
  }

  /** Derives {@code length} bytes with scrypt (RFC 7914), r = 8 and p = 1. */
  public static byte[] scrypt(byte[] passphrase, byte[] salt, int logN, int length) {
    return SCrypt.generate(passphrase, salt, 1 << logN, SCRYPT_BLOCK, SCRYPT_PARALLEL, length);
  }
}
