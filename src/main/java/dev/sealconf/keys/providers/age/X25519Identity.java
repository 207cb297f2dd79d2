package dev.sealconf.keys.providers.age;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An identity {@code AGE-SECRET-KEY-1…}: an X25519 private key. */
public final class X25519Identity implements KeyPair {
  private static final String PREFIX = "AGE-SECRET-KEY-";

  private final SecretBytes privateKey;
  private final byte[] publicKey;

  private X25519Identity(SecretBytes privateKey) {
    this.privateKey = privateKey;
    this.publicKey = Primitives.x25519PublicKey(privateKey.exposed());
  }

  /** Parses an identity, or returns empty if the text is malformed or another kind of identity. */
  public static Optional<X25519Identity> parse(String text) {
    Optional<Bech32> decoded = Bech32.decode(text);
    if (decoded.isEmpty()
        || !decoded.get().prefix().equals(PREFIX)
        || decoded.get().data().length != X25519Recipient.KEY) {
      return Optional.empty();
    }
    return Optional.of(new X25519Identity(SecretBytes.owning(decoded.get().data())));
  }

  /** Generates a new identity. */
  public static X25519Identity generate(Entropy entropy) {
    return new X25519Identity(SecretBytes.owning(entropy.bytes(X25519Recipient.KEY)));
  }

  /** Returns the identity as text, {@code AGE-SECRET-KEY-1…}. This is a secret. */
  public String exposedText() {
    return Bech32.encode(PREFIX.toLowerCase(Locale.ROOT), privateKey.exposed())
        .toUpperCase(Locale.ROOT);
  }

  /** Returns the matching recipient. */
  public X25519Recipient recipient() {
    return X25519Recipient.of(publicKey);
  }

  @Override
  public String recipientName() {
    return recipient().name();
  }

  @Override
  public Optional<SecretBytes> unwrap(List<Stanza> stanzas) throws AgeException {
    for (Stanza stanza : stanzas) {
      if (stanza.type().equals(X25519Recipient.TYPE)) {
        Optional<SecretBytes> fileKey = unwrap(stanza);
        if (fileKey.isPresent()) {
          return fileKey;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<SecretBytes> unwrap(Stanza stanza) throws AgeException {
    byte[] share = share(stanza);
    Optional<byte[]> shared = Primitives.x25519(privateKey.exposed(), share);
    if (shared.isEmpty()) {
      throw malformed("its share is a weak point");
    }
    try (SecretBytes key = X25519Recipient.wrappingKey(shared.get(), share, publicKey)) {
      return FileKey.open(stanza.body(), key);
    }
  }

  private static byte[] share(Stanza stanza) throws AgeException {
    if (stanza.arguments().size() != 2) {
      throw malformed("it doesn't have exactly one argument");
    }
    if (stanza.body().length != FileKey.SEALED) {
      throw malformed("its wrapped key has a wrong length");
    }
    Optional<byte[]> share = Base64Text.decode(stanza.arguments().get(1));
    if (share.isEmpty() || share.get().length != X25519Recipient.KEY) {
      throw malformed("its share is not 32 bytes");
    }
    return share.get();
  }

  private static AgeException malformed(String why) {
    return new AgeException(AgeException.Part.HEADER, "an X25519 stanza is malformed: " + why);
  }

  @Override
  public void close() {
    privateKey.close();
  }

  @Override
  public String toString() {
    return "X25519Identity";
  }
}
