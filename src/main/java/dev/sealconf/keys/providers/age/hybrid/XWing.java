package dev.sealconf.keys.providers.age.hybrid;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.digests.SHA3Digest;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;

/**
 * X-Wing (draft-connolly-cfrg-xwing-kem): ML-KEM-768 and X25519 side by side, their two secrets
 * hashed into one. Keys and ciphertexts are those of ML-KEM with those of X25519 behind them.
 */
final class XWing {
  /** The private key, in bytes: the seed of all else. */
  static final int SEED = 32;

  /** The public key, in bytes. */
  static final int PUBLIC_KEY = 1184 + 32;

  /** What travels to the holder of the private key, in bytes. */
  static final int CIPHERTEXT = 1088 + 32;

  private static final int CURVE = 32;
  private static final int ML_KEM_SEED = 64;
  private static final int ML_KEM_RANDOM = 32;
  private static final byte[] LABEL = {'\\', '.', '/', '/', '^', '\\'};

  private XWing() {}

  /** A fresh secret, and what lets the holder of the private key find it. */
  record Sent(SecretBytes secret, byte[] ciphertext) {}

  /**
   * A fresh secret for a public key.
   *
   * @throws IllegalArgumentException if it is no public key
   */
  static Sent send(byte[] publicKey, Entropy entropy) {
    byte[] curveKey = last(publicKey);
    SecretWithEncapsulation sent =
        MLKEMGenerator.internalGenerateEncapsulated(
            lattice(publicKey), entropy.bytes(ML_KEM_RANDOM));
    try (SecretBytes ephemeral = SecretBytes.owning(entropy.bytes(CURVE));
        SecretBytes first = SecretBytes.owning(sent.getSecret())) {
      byte[] share = Primitives.x25519PublicKey(ephemeral.exposed());
      byte[] second =
          Primitives.x25519(ephemeral.exposed(), curveKey)
              .orElseThrow(() -> new IllegalArgumentException("a weak point"));
      byte[] ciphertext = joined(sent.getEncapsulation(), share);
      return new Sent(combined(first, second, share, curveKey), ciphertext);
    }
  }

  /**
   * The half of a public key that is ML-KEM's.
   *
   * @throws IllegalArgumentException if it is none
   */
  static MLKEMPublicKeyParameters lattice(byte[] publicKey) {
    byte[] key = Arrays.copyOf(publicKey, publicKey.length - CURVE);
    return new MLKEMPublicKeyParameters(MLKEMParameters.ml_kem_768, key);
  }

  /** A private key, expanded from its seed. */
  static final class PrivateKey {
    private final MLKEMPrivateKeyParameters lattice;
    private final SecretBytes curve;
    private final byte[] curvePublic;

    PrivateKey(SecretBytes seed) {
      byte[] expanded = new byte[ML_KEM_SEED + CURVE];
      SHAKEDigest shake = new SHAKEDigest(256);
      shake.update(seed.exposed(), 0, seed.length());
      shake.doFinal(expanded, 0, expanded.length);
      byte[] latticeSeed = Arrays.copyOf(expanded, ML_KEM_SEED);
      lattice = new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_768, latticeSeed);
      curve = SecretBytes.owning(last(expanded));
      curvePublic = Primitives.x25519PublicKey(curve.exposed());
      Arrays.fill(expanded, (byte) 0);
      Arrays.fill(latticeSeed, (byte) 0);
    }

    byte[] publicKey() {
      return joined(lattice.getPublicKey(), curvePublic);
    }

    /**
     * The secret that was sent; another one if it was sent to another key; empty if the ciphertext
     * holds a weak point of the curve.
     *
     * @param ciphertext of {@link #CIPHERTEXT} bytes
     */
    Optional<SecretBytes> receive(byte[] ciphertext) {
      byte[] share = last(ciphertext);
      byte[] encapsulated = Arrays.copyOf(ciphertext, ciphertext.length - CURVE);
      Optional<byte[]> second = Primitives.x25519(curve.exposed(), share);
      try (SecretBytes first =
          SecretBytes.owning(new MLKEMExtractor(lattice).extractSecret(encapsulated))) {
        return second.map(shared -> combined(first, shared, share, curvePublic));
      }
    }
  }

  /** The hash of both secrets; wipes the second. */
  private static SecretBytes combined(
      SecretBytes first, byte[] second, byte[] share, byte[] curveKey) {
    SHA3Digest digest = new SHA3Digest(256);
    for (byte[] part : new byte[][] {first.exposed(), second, share, curveKey, LABEL}) {
      digest.update(part, 0, part.length);
    }
    byte[] secret = new byte[digest.getDigestSize()];
    digest.doFinal(secret, 0);
    Arrays.fill(second, (byte) 0);
    return SecretBytes.owning(secret);
  }

  private static byte[] last(byte[] bytes) {
    return Arrays.copyOfRange(bytes, bytes.length - CURVE, bytes.length);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
