package dev.sealconf.keys.ring;

import dev.sealconf.keys.spi.KeyProvider;
import java.util.Optional;

/** A shortened recipient for help and hints, from the first provider that has one. */
public final class ExampleRecipient {
  private final KeyProvider provider;

  /** Uses the example of these providers, or of the installed ones if none of these has one. */
  public ExampleRecipient(KeyProviders providers) {
    provider = first(providers).or(() -> first(KeyProviders.installed())).orElseThrow();
  }

  private static Optional<KeyProvider> first(KeyProviders providers) {
    return providers.builtIn().stream()
        .filter(one -> one.example().isPresent())
        .min((a, b) -> Integer.compare(a.rank(), b.rank()));
  }

  /** Returns the flag that encrypts for the example. */
  public String flag() {
    return flag("");
  }

  /** Returns the flag that adds the example to a file. */
  public String addFlag() {
    return flag("add-");
  }

  /** Returns the flag that removes the example from a file. */
  public String removeFlag() {
    return flag("rm-");
  }

  /** Returns the creation rule field that names the example. */
  public String ruleField() {
    return provider.flag().configField() + ": " + text();
  }

  /** Returns the recipient alone. */
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
