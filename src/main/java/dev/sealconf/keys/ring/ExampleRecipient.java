package dev.sealconf.keys.ring;

import dev.sealconf.keys.spi.KeyProvider;
import java.util.Optional;

/** A shortened recipient as help and hints show it: that of the first provider that has one. */
public final class ExampleRecipient {
  private final KeyProvider provider;

  /** The example of these providers; if none of them has one, that of the installed ones. */
  public ExampleRecipient(KeyProviders providers) {
    provider = first(providers).or(() -> first(KeyProviders.installed())).orElseThrow();
  }

  private static Optional<KeyProvider> first(KeyProviders providers) {
    return providers.builtIn().stream()
        .filter(one -> one.example().isPresent())
        .min((a, b) -> Integer.compare(a.rank(), b.rank()));
  }

  /** The flag that encrypts for it. */
  public String flag() {
    return flag("");
  }

  /** The flag that adds it to a file. */
  public String addFlag() {
    return flag("add-");
  }

  /** The flag that removes it from a file. */
  public String removeFlag() {
    return flag("rm-");
  }

  /** The field of a creation rule that names it. */
  public String ruleField() {
    return provider.flag().configField() + ": " + text();
  }

  /** The recipient alone. */
  public String text() {
    return provider.example().orElseThrow();
  }

  private String flag(String change) {
    String longName =
        provider.flag().names().stream()
            .filter(name -> name.startsWith("--"))
            .findFirst()
            .orElseThrow();
    return "--" + change + longName.substring(2) + " " + text();
  }
}
