package dev.sealconf.keys.providers.age;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import java.util.Optional;

/**
 * The key that encrypts one age file, and how it is sealed under a key that is used only once:
 * ChaCha20-Poly1305 with a nonce of zeros.
 */
public final class FileKey {
  /** The key itself, in bytes. */
  public static final int LENGTH = 16;

  /** The key and a tag. */
  public static final int SEALED = LENGTH + 16;

  private static final byte[] ZERO_NONCE = new byte[12];

  private FileKey() {}

  /** The file key sealed under a 32-byte key, {@link #SEALED} bytes. */
  public static byte[] seal(SecretBytes fileKey, SecretBytes key) {
    return Primitives.chacha20Poly1305Seal(key.exposed(), ZERO_NONCE, fileKey.exposed());
  }

  /** The file key, which the caller closes; empty if it was sealed under another key. */
  public static Optional<SecretBytes> open(byte[] sealed, SecretBytes key) {
    Optional<byte[]> fileKey = Primitives.chacha20Poly1305Open(key.exposed(), ZERO_NONCE, sealed);
    return fileKey.isPresent() ? Optional.of(SecretBytes.owning(fileKey.get())) : Optional.empty();
  }
}
