package dev.sealconf.keys.providers.age.hybrid;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import dev.sealconf.keys.providers.age.AgeRecipient;
import dev.sealconf.keys.providers.age.Base64Text;
import dev.sealconf.keys.providers.age.Bech32;
import dev.sealconf.keys.providers.age.Stanza;
import java.util.List;
import java.util.Optional;

/** A recipient {@code age1pq1…}: a public key of {@link XWing}, used by {@link Hpke}. */
public final class HybridRecipient implements AgeRecipient {
  /** How the names of these recipients begin. */
  public static final String START = "age1pq1";

  static final String TYPE = "mlkem768x25519";
  static final String INFO = "age-encryption.org/mlkem768x25519";
  private static final String PREFIX = "age1pq";

  private final byte[] publicKey;

  private HybridRecipient(byte[] publicKey) {
    this.publicKey = publicKey;
  }

  /** The recipient of this name; empty if it is malformed, or of another kind. */
  public static Optional<HybridRecipient> parse(String name) {
    return Bech32.decode(name)
        .filter(b -> b.prefix().equals(PREFIX) && isKey(b.data()))
        .map(b -> new HybridRecipient(b.data()));
  }

  private static boolean isKey(byte[] data) {
    if (data.length != XWing.PUBLIC_KEY) {
      return false;
    }
    try {
      XWing.lattice(data);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static String name(byte[] publicKey) {
    return Bech32.encode(PREFIX, publicKey);
  }

  @Override
  public List<Stanza> wrap(SecretBytes fileKey, Entropy entropy) {
    XWing.Sent sent = XWing.send(publicKey, entropy);
    try (SecretBytes secret = sent.secret();
        Hpke hpke = new Hpke(secret, INFO)) {
      String share = Base64Text.encode(sent.ciphertext());
      return List.of(new Stanza(List.of(TYPE, share), hpke.seal(fileKey)));
    }
  }
}
