package dev.sealconf.keys.providers.age.plugin;

import dev.sealconf.keys.providers.age.Bech32;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of a plugin. It is validated because it becomes part of a program name.
 *
 * @param text such as {@code yubikey}
 */
public record PluginName(String text) {
  private static final String RECIPIENT = "age1";
  private static final String IDENTITY = "AGE-PLUGIN-";
  private static final String OTHERS = "+-._";

  /**
   * Returns the plugin for a recipient {@code age1NAME1…}, or empty if the recipient is malformed
   * or needs no plugin.
   */
  public static Optional<PluginName> ofRecipient(String recipient) {
    return Bech32.decode(recipient)
        .map(Bech32::prefix)
        .filter(prefix -> prefix.startsWith(RECIPIENT))
        .flatMap(prefix -> of(prefix.substring(RECIPIENT.length())));
  }

  /**
   * Returns the plugin for an identity {@code AGE-PLUGIN-NAME-1…}, or empty if the identity is
   * malformed or needs no plugin.
   */
  public static Optional<PluginName> ofIdentity(String identity) {
    return Bech32.decode(identity)
        .map(Bech32::prefix)
        .filter(p -> p.length() > IDENTITY.length() && p.startsWith(IDENTITY) && p.endsWith("-"))
        .map(prefix -> prefix.substring(IDENTITY.length(), prefix.length() - 1))
        .flatMap(name -> of(name.toLowerCase(Locale.ROOT)));
  }

  private static Optional<PluginName> of(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean digit = c >= '0' && c <= '9';
      if (!letter && !digit && OTHERS.indexOf(c) < 0) {
        return Optional.empty();
      }
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(new PluginName(name));
  }

  /** Returns the name of the plugin's program. */
  public String program() {
    return "age-plugin-" + text;
  }
}
