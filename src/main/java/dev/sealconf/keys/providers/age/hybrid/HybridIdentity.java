package dev.sealconf.keys.providers.age.hybrid;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.keys.providers.age.AgeException;
import dev.sealconf.keys.providers.age.Base64Text;
import dev.sealconf.keys.providers.age.Bech32;
import dev.sealconf.keys.providers.age.FileKey;
import dev.sealconf.keys.providers.age.KeyPair;
import dev.sealconf.keys.providers.age.Stanza;
import java.util.List;
import java.util.Optional;

/** An identity {@code AGE-SECRET-KEY-PQ-1…}: the seed of an {@link Hpke} private key. */
public final class HybridIdentity implements KeyPair {
  private static final String PREFIX = "AGE-SECRET-KEY-PQ-";

  private final Hpke.KeyPair keys;

  private HybridIdentity(byte[] seed) {
    try (SecretBytes secret = SecretBytes.owning(seed)) {
      keys = Hpke.keyPair(secret);
    }
  }

  /** Parses an identity, or returns empty if the text is malformed or another kind of identity. */
  public static Optional<HybridIdentity> parse(String text) {
    return Bech32.decode(text)
        .filter(b -> b.prefix().equals(PREFIX) && b.data().length == Hpke.SEED)
        .map(b -> new HybridIdentity(b.data()));
  }

  @Override
  public String recipientName() {
    return HybridRecipient.name(keys.publicKey());
  }

  @Override
  public Optional<SecretBytes> unwrap(List<Stanza> stanzas) throws AgeException {
    for (Stanza stanza : stanzas) {
      if (stanza.type().equals(HybridRecipient.TYPE)) {
        Optional<SecretBytes> fileKey = unwrap(stanza);
        if (fileKey.isPresent()) {
          return fileKey;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<SecretBytes> unwrap(Stanza stanza) throws AgeException {
    return keys.opener(encapsulated(stanza))
        .orElseThrow(() -> malformed("its share is a weak point"))
        .open(stanza.body());
  }

  private static byte[] encapsulated(Stanza stanza) throws AgeException {
    if (stanza.arguments().size() != 2) {
      throw malformed("it needs exactly one argument");
    }
    if (stanza.body().length != FileKey.SEALED) {
      throw malformed("its wrapped key has the wrong length");
    }
    return Base64Text.decode(stanza.arguments().get(1))
        .filter(bytes -> bytes.length == Hpke.ENCAPSULATED)
        .orElseThrow(() -> malformed("its share is not " + Hpke.ENCAPSULATED + " bytes long"));
  }

  private static AgeException malformed(String why) {
    return new AgeException(
        AgeException.Part.HEADER, "an mlkem768x25519 stanza is malformed: " + why);
  }

  /**
   * Does nothing: the seed is already wiped, and BouncyCastle has no way to wipe the key derived
   * from it.
   */
  @Override
  public void close() {}

  @Override
  public String toString() {
    return "HybridIdentity";
  }
}
