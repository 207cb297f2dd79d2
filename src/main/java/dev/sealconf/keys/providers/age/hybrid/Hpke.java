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
 * HPKE in its base mode (RFC 9180), for one message: X-Wing (draft-connolly-cfrg-xwing-kem) gives
 * the shared secret, HKDF-SHA256 the key, ChaCha20-Poly1305 encrypts. BouncyCastle does the work.
 */
final class Hpke {
  /** The private key, in bytes: the seed of the keys of ML-KEM-768 and X25519. */
  static final int SEED = 32;

  /** What the holder of the private key needs to find the shared secret, in bytes. */
  static final int ENCAPSULATED = 1088 + 32;

  private static final int RANDOM = 64;
  private static final byte[] NO_DATA = {};
  private static final byte[] INFO =
      "age-encryption.org/mlkem768x25519".getBytes(StandardCharsets.US_ASCII);

  private Hpke() {}

  /** An encrypted message, and the encapsulated secret that opens it. */
  record Sealed(byte[] encapsulated, byte[] message) {}

  /** Whether these bytes are a public key: of its length, each number of ML-KEM below its limit. */
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
   * @throws IllegalArgumentException if it is not a public key, or its point of X25519 is weak
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

  /** The public and private key of a seed of {@link #SEED} bytes. */
  static KeyPair keyPair(SecretBytes seed) {
    HPKE suite = suite();
    AsymmetricCipherKeyPair keys = suite.deserializePrivateKey(seed.exposed(), null);
    return new KeyPair(keys, suite.serializePublicKey(keys.getPublic()));
  }

  /** A private key and the bytes of its public key. */
  record KeyPair(AsymmetricCipherKeyPair keys, byte[] publicKey) {

    /**
     * What opens a message; empty if the point of X25519 is weak.
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

  /** Opens one message. */
  record Opener(HPKEContext context) {

    /** The message, which the caller closes; empty if it was encrypted for another key. */
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
