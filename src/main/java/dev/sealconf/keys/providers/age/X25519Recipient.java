package dev.sealconf.keys.providers.age;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import java.util.List;
import java.util.Optional;

/** A recipient {@code age1…}: an X25519 public key. */
public final class X25519Recipient implements AgeRecipient {
  static final String TYPE = "X25519";
  static final int KEY = 32;
  private static final String PREFIX = "age";
  private static final String INFO = "age-encryption.org/v1/X25519";

  private final byte[] publicKey;

  private X25519Recipient(byte[] publicKey) {
    this.publicKey = publicKey;
  }

  /** Parses a recipient, or returns empty if the name is malformed or another kind of recipient. */
  public static Optional<X25519Recipient> parse(String name) {
    return Bech32.decode(name)
        .filter(b -> b.prefix().equals(PREFIX) && b.data().length == KEY)
        .map(b -> new X25519Recipient(b.data()));
  }

  static X25519Recipient of(byte[] publicKey) {
    return new X25519Recipient(publicKey);
  }

  /** Returns the recipient as text, {@code age1…}. */
  public String name() {
    return Bech32.encode(PREFIX, publicKey);
  }

  @Override
  public List<Stanza> wrap(SecretBytes fileKey, Entropy entropy) {
    try (SecretBytes ephemeral = SecretBytes.owning(entropy.bytes(KEY))) {
      byte[] share = Primitives.x25519PublicKey(ephemeral.exposed());
      byte[] shared =
          Primitives.x25519(ephemeral.exposed(), publicKey)
              .orElseThrow(() -> new IllegalArgumentException("the recipient is a weak point"));
      try (SecretBytes key = wrappingKey(shared, share, publicKey)) {
        byte[] body = FileKey.seal(fileKey, key);
        return List.of(new Stanza(List.of(TYPE, Base64Text.encode(share)), body));
      }
    }
  }

  /** Derives the key that encrypts the file key, and wipes the shared secret. */
  static SecretBytes wrappingKey(byte[] shared, byte[] share, byte[] publicKey) {
    byte[] salt = new byte[2 * KEY];
    System.arraycopy(share, 0, salt, 0, KEY);
    System.arraycopy(publicKey, 0, salt, KEY, KEY);
    try (SecretBytes secret = SecretBytes.owning(shared)) {
      return SecretBytes.owning(Primitives.hkdfSha256(secret.exposed(), salt, INFO, KEY));
    }
  }
}
