package dev.sealconf.operation.file;

import dev.sealconf.document.Document;
import dev.sealconf.document.Indent;
import dev.sealconf.envelope.Sealing;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.io.Entropy;
import dev.sealconf.keys.ring.KeyProviders;

/**
 * Seals another document for the recipients of an opened file, under its data key. This needs
 * neither keys nor the network.
 */
public final class Companion {
  private final Sealing sealing;

  /** Seals with this randomness, and writes metadata of these providers. */
  public Companion(Entropy entropy, KeyProviders providers) {
    this.sealing = new Sealing(entropy, providers);
  }

  /** Returns the document with everything sealed, printed in its own format. */
  public byte[] sealAll(OpenedFile file, Document plain) {
    Terms terms = file.metadata().terms();
    Terms all =
        new Terms(
            terms.groups(),
            terms.threshold(),
            Selection.UNSAID,
            false,
            Terms.SealPolicy.WHEN_NEEDED);
    return sealing.print(plain, plain.format(), Indent.DEFAULT, file.order(all), true);
  }
}
