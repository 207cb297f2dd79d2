package dev.sealconf.keys.providers.age.plugin;

import java.util.Optional;

/**
 * An identity that only a plugin can use.
 *
 * @param exposedText {@code AGE-PLUGIN-NAME-1…}, which may be a secret
 */
public record PluginIdentity(PluginName plugin, String exposedText) {

  /** Parses an identity, or returns empty if the text is malformed or another kind of identity. */
  public static Optional<PluginIdentity> parse(String text) {
    return PluginName.ofIdentity(text).map(name -> new PluginIdentity(name, text));
  }

  @Override
  public String toString() {
    return "PluginIdentity";
  }
}
