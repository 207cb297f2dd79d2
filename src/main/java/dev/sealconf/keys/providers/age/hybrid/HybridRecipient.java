package dev.sealconf.keys.providers.age.hybrid;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import dev.sealconf.keys.providers.age.AgeRecipient;
import dev.sealconf.keys.providers.age.Base64Text;
import dev.sealconf.keys.providers.age.Bech32;
import dev.sealconf.keys.providers.age.Stanza;
import java.util.List;
import java.util.Optional;

/** A recipient {@code age1pq1…}: an {@link Hpke} public key. */
public final class HybridRecipient implements AgeRecipient {
  /** The prefix of these recipients. */
  public static final String START = "age1pq1";

  static final String TYPE = "mlkem768x25519";
  private static final String PREFIX = "age1pq";

  private final byte[] publicKey;

  private HybridRecipient(byte[] publicKey) {
    this.publicKey = publicKey;
  }

  /** Parses a recipient, or returns empty if the name is malformed or another kind of recipient. */
  public static Optional<HybridRecipient> parse(String name) {
    return Bech32.decode(name)
        .filter(b -> b.prefix().equals(PREFIX) && Hpke.isPublicKey(b.data()))
        .map(b -> new HybridRecipient(b.data()));
  }

  static String name(byte[] publicKey) {
    return Bech32.encode(PREFIX, publicKey);
  }

  @Override
  public List<Stanza> wrap(SecretBytes fileKey, Entropy entropy) {
    Hpke.Sealed sealed = Hpke.seal(publicKey, fileKey, entropy);
    String share = Base64Text.encode(sealed.encapsulated());
    return List.of(new Stanza(List.of(TYPE, share), sealed.message()));
  }
}
