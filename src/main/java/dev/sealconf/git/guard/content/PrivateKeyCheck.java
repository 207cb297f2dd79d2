package dev.sealconf.git.guard.content;

import dev.sealconf.document.SourceText;
import dev.sealconf.git.guard.finding.Check;
import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.finding.Findings;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.spi.KeyProvider;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Finds private keys of every kind that sealconf can use. */
public final class PrivateKeyCheck {
  private final KeyProviders providers;
  private final Findings findings;

  /** Creates a check that finds the keys of these providers. */
  public PrivateKeyCheck(KeyProviders providers, Findings findings) {
    this.providers = providers;
    this.findings = findings;
  }

  /** Looks into one file. */
  public void check(FileVersion file, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (KeyProvider provider : providers.builtIn()) {
      OptionalInt place = provider.privateKeyIn(text);
      if (place.isPresent()) {
        findings.add(
            Check.PRIVATE_KEY,
            file,
            new SourceText("", bytes).locate(place.getAsInt()).line(),
            "the file contains a private key",
            "git rm --cached -- " + file.word() + ", and replace the key if it was pushed");
      }
    }
  }
}
