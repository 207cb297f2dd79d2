package dev.sealconf.keys.providers.age.hybrid;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;

/**
 * Single-message HPKE in base mode (RFC 9180): X-Wing (draft-connolly-cfrg-xwing-kem) creates the
 * shared secret, HKDF-SHA256 derives the key, and ChaCha20-Poly1305 encrypts. BouncyCastle
 * implements all of it.
 */
final class Hpke {
  /** The length of a private key, in bytes. It is a seed for the ML-KEM-768 and X25519 keys. */
  static final int SEED = 32;

  /** The length of the encapsulated secret, in bytes. */
  static final int ENCAPSULATED = 1088 + 32;

  private static final int RANDOM = 64;
  private static final byte[] NO_DATA = {};
  private static final byte[] INFO =
      "age-encryption.org/mlkem768x25519".getBytes(StandardCharsets.US_ASCII);

  private Hpke() {}

  /** An encrypted message, and the encapsulated secret that the private key needs to decrypt it. */
  record Sealed(byte[] encapsulated, byte[] message) {}

  /**
   * Returns whether these bytes are a public key: the length is right, and every ML-KEM coefficient
   * is in range.
   */
  static boolean isPublicKey(byte[] bytes) {
    try {
      return suite().deserializePublicKey(bytes) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Encrypts a message for a public key.
   *
   * @throws IllegalArgumentException if it isn't a public key, or its X25519 point is weak
   */
  static Sealed seal(byte[] publicKey, SecretBytes message, Entropy entropy) {
    HPKE suite = suite();
    try (SecretBytes random = SecretBytes.owning(entropy.bytes(RANDOM))) {
      HPKEContextWithEncapsulation context =
          suite.setupBaseS(suite.deserializePublicKey(publicKey), INFO, random.exposed());
      return new Sealed(context.getEncapsulation(), context.seal(NO_DATA, message.exposed()));
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("a weak point", e);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("encryption checks no tag", e);
    }
  }

  /** Derives the key pair from a seed of {@link #SEED} bytes. */
  static KeyPair keyPair(SecretBytes seed) {
    HPKE suite = suite();
    AsymmetricCipherKeyPair keys = suite.deserializePrivateKey(seed.exposed(), null);
    return new KeyPair(keys, suite.serializePublicKey(keys.getPublic()));
  }

  /** A private key, and its public key as bytes. */
  record KeyPair(AsymmetricCipherKeyPair keys, byte[] publicKey) {

    /**
     * Prepares to decrypt a message. Returns empty if the X25519 point is weak.
     *
     * @param encapsulated {@link #ENCAPSULATED} bytes
     */
    Optional<Opener> opener(byte[] encapsulated) {
      try {
        return Optional.of(new Opener(suite().setupBaseR(encapsulated, keys, INFO)));
      } catch (IllegalStateException e) {
        return Optional.empty();
      }
    }
  }

  /** Decrypts one message. */
  record Opener(HPKEContext context) {

    /**
     * Decrypts the message, which the caller closes. Returns empty if it was encrypted for another
     * key.
     */
    Optional<SecretBytes> open(byte[] message) {
      try {
        return Optional.of(SecretBytes.owning(context.open(NO_DATA, message)));
      } catch (InvalidCipherTextException e) {
        return Optional.empty();
      }
    }
  }

  private static HPKE suite() {
    return new HPKE(
        HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
  }
}
