package dev.sealconf.envelope;

import dev.sealconf.crypto.AesGcm;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.seal.DocumentMac;
import dev.sealconf.envelope.spelling.Spelling;
import dev.sealconf.envelope.spelling.SpellingText;
import dev.sealconf.envelope.token.AdditionalData;
import dev.sealconf.envelope.token.ValueCipher;
import dev.sealconf.io.Entropy;
import java.util.Arrays;
import java.util.Optional;

/**
 * Makes what a reader of a sealed file checks: the MAC and the seal. Keeps those of the previous
 * file if they still match ({@code docs/format.md §7, §8}).
 */
final class Proofs {
  private final Entropy entropy;

  /** Makes new ones with this randomness. */
  Proofs(Entropy entropy) {
    this.entropy = entropy;
  }

  /** Returns the text of the MAC: 128 characters. */
  static String mac(TokenPlan plan, boolean sealedOnly) {
    DocumentMac mac = new DocumentMac(sealedOnly);
    for (TokenPlan.Entry entry : plan.entries()) {
      if (entry.place().element() instanceof Leaf) {
        mac.add(entry.place().selected(), entry.value());
      }
    }
    return mac.text();
  }

  /** Returns the metadata with the token and the time of the MAC, without a seal. */
  Metadata metadata(
      SealOrder order, String mac, TokenPlan plan, Optional<OpenedDocument> previous) {
    Optional<Metadata> old =
        previous
            .filter(OpenedDocument::vouched)
            .filter(p -> p.mac().equals(mac) && plan.keepsAll() && !p.metadata().mac().isEmpty())
            .map(OpenedDocument::metadata);
    if (old.isPresent()) {
      return order.metadata(old.get().lastModified(), old.get().mac());
    }
    ValueCipher cipher = new ValueCipher(new AesGcm(order.dataKey().exposed()));
    byte[] text = AdditionalData.bytes(mac);
    return order.metadata(
        order.now(), cipher.seal(text, "str", AdditionalData.of(order.now()), entropy));
  }

  /** Returns the text of the field {@code sealconf}. */
  String seal(
      Metadata metadata,
      SealOrder order,
      OpenedDocument bare,
      Spelling spelling,
      Optional<OpenedDocument> previous) {
    byte[] text = SpellingText.write(spelling);
    return previous
        .filter(OpenedDocument::vouched)
        .filter(p -> Arrays.equals(p.form(p.metadata()), bare.form(metadata)))
        .filter(p -> Arrays.equals(SpellingText.write(p.spelling()), text))
        .flatMap(p -> p.metadata().seal())
        .orElseGet(() -> bare.seal(metadata, text, order.dataKey(), entropy));
  }
}
