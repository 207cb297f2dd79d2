package dev.sealconf.keys.providers.age;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import java.util.Optional;

/**
 * The key that encrypts one age file, and how a single-use key encrypts it: ChaCha20-Poly1305 with
 * an all-zero nonce.
 */
public final class FileKey {
  /** The length of a file key, in bytes. */
  public static final int LENGTH = 16;

  /** The length of an encrypted file key with its tag, in bytes. */
  public static final int SEALED = LENGTH + 16;

  private static final byte[] ZERO_NONCE = new byte[12];

  private FileKey() {}

  /** Encrypts the file key with a 32-byte key; the result has {@link #SEALED} bytes. */
  public static byte[] seal(SecretBytes fileKey, SecretBytes key) {
    return Primitives.chacha20Poly1305Seal(key.exposed(), ZERO_NONCE, fileKey.exposed());
  }

  /**
   * Decrypts a file key, which the caller closes. Returns empty if it was encrypted with another
   * key.
   */
  public static Optional<SecretBytes> open(byte[] sealed, SecretBytes key) {
    Optional<byte[]> fileKey = Primitives.chacha20Poly1305Open(key.exposed(), ZERO_NONCE, sealed);
    return fileKey.isPresent() ? Optional.of(SecretBytes.owning(fileKey.get())) : Optional.empty();
  }
}
