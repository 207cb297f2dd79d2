package dev.sealconf.keys.providers.age.plugin;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import dev.sealconf.keys.providers.age.AgeRecipient;
import dev.sealconf.keys.providers.age.Stanza;
import java.util.List;

/**
 * A recipient {@code age1NAME1…} that only a plugin can encrypt for.
 *
 * @param plugins used to run the plugin
 */
public record PluginRecipient(PluginName plugin, String text, Plugins plugins)
    implements AgeRecipient {

  /**
   * {@inheritDoc}
   *
   * @throws dev.sealconf.error.SealconfException if the plugin is missing or fails to wrap the key
   */
  @Override
  public List<Stanza> wrap(SecretBytes fileKey, Entropy entropy) {
    return plugins.wrap(this, fileKey);
  }
}
