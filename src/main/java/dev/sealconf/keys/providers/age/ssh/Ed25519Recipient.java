package dev.sealconf.keys.providers.age.ssh;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import dev.sealconf.keys.providers.age.AgeRecipient;
import dev.sealconf.keys.providers.age.Base64Text;
import dev.sealconf.keys.providers.age.FileKey;
import dev.sealconf.keys.providers.age.Stanza;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An ssh-ed25519 key to encrypt for. Its point is mapped to the X25519 curve, and a tweak derived
 * from the ssh key separates the result from other uses of that point.
 */
final class Ed25519Recipient implements AgeRecipient {
  static final String TYPE = "ssh-ed25519";
  static final int KEY = 32;
  private static final String INFO = "age-encryption.org/v1/ssh-ed25519";
  private static final BigInteger PRIME =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

  private final SshPublicKey sshKey;
  private final byte[] curveKey;

  private Ed25519Recipient(SshPublicKey sshKey, byte[] curveKey) {
    this.sshKey = sshKey;
    this.curveKey = curveKey;
  }

  /** Returns the recipient for a point, or empty if the point isn't on the curve. */
  static Optional<Ed25519Recipient> of(SshPublicKey sshKey, byte[] point) {
    return Ed25519.validatePublicKeyPartial(point, 0)
        ? montgomery(point).map(curveKey -> new Ed25519Recipient(sshKey, curveKey))
        : Optional.empty();
  }

  /**
   * Maps a point with u = (1 + y) / (1 - y) (RFC 7748 §4.1). The key is public, so timing reveals
   * nothing.
   */
  private static Optional<byte[]> montgomery(byte[] point) {
    byte[] bigEndian = reversed(point);
    bigEndian[0] &= 0x7f;
    BigInteger y = new BigInteger(1, bigEndian).mod(PRIME);
    BigInteger divisor = BigInteger.ONE.subtract(y).mod(PRIME);
    if (divisor.signum() == 0) {
      return Optional.empty();
    }
    BigInteger u = BigInteger.ONE.add(y).multiply(divisor.modInverse(PRIME)).mod(PRIME);
    byte[] digits = u.toByteArray();
    byte[] padded = new byte[KEY];
    int from = Math.max(0, digits.length - KEY);
    int length = digits.length - from;
    System.arraycopy(digits, from, padded, KEY - length, length);
    return Optional.of(reversed(padded));
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] out = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      out[i] = bytes[bytes.length - 1 - i];
    }
    return out;
  }

  @Override
  public List<Stanza> wrap(SecretBytes fileKey, Entropy entropy) {
    try (SecretBytes ephemeral = SecretBytes.owning(entropy.bytes(KEY))) {
      byte[] share = Primitives.x25519PublicKey(ephemeral.exposed());
      byte[] shared = Primitives.x25519(ephemeral.exposed(), curveKey).orElseThrow(() -> weak());
      try (SecretBytes key =
          wrappingKey(sshKey, shared, share, curveKey).orElseThrow(() -> weak())) {
        List<String> arguments = List.of(TYPE, sshKey.tag(), Base64Text.encode(share));
        return List.of(new Stanza(arguments, FileKey.seal(fileKey, key)));
      }
    }
  }

  private static IllegalArgumentException weak() {
    return new IllegalArgumentException("the recipient is a weak point");
  }

  /**
   * Derives the key that encrypts the file key, and wipes the shared secret. Returns empty for a
   * weak point.
   */
  static Optional<SecretBytes> wrappingKey(
      SshPublicKey sshKey, byte[] shared, byte[] share, byte[] curveKey) {
    byte[] salt = new byte[2 * KEY];
    System.arraycopy(share, 0, salt, 0, KEY);
    System.arraycopy(curveKey, 0, salt, KEY, KEY);
    byte[] tweak = Primitives.hkdfSha256(new byte[0], sshKey.blob(), INFO, KEY);
    try (SecretBytes untweaked = SecretBytes.owning(shared)) {
      return Primitives.x25519(tweak, untweaked.exposed())
          .map(SecretBytes::owning)
          .map(secret -> derived(secret, salt));
    }
  }

  private static SecretBytes derived(SecretBytes secret, byte[] salt) {
    try (secret) {
      return SecretBytes.owning(Primitives.hkdfSha256(secret.exposed(), salt, INFO, KEY));
    }
  }
}
