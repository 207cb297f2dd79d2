package dev.sealconf.keys.providers.age.source;

import dev.sealconf.keys.providers.age.KeyPair;
import dev.sealconf.keys.providers.age.plugin.PluginIdentity;
import dev.sealconf.keys.providers.age.plugin.PluginName;
import dev.sealconf.keys.providers.age.ssh.SshPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Limits which identities a search may use: all of them, or only the one for a given recipient.
 *
 * @param recipient the name of the only recipient allowed; empty for all
 */
record IdentityFilter(Optional<String> recipient) {

  /** Returns whether the search may use this identity. */
  boolean admits(KeyPair identity) {
    return recipient.isEmpty() || identity.recipientName().equalsIgnoreCase(recipient.get());
  }

  /** Returns whether the search may use the identity that matches this public key. */
  boolean admits(SshPublicKey key) {
    return recipient.isEmpty()
        || SshPublicKey.parse(recipient.get()).filter(key::equals).isPresent();
  }

  /**
   * Removes the plugins that the search may not use. Only a plugin knows which of its identities
   * matches a recipient, so a plugin with several identities is removed.
   */
  void retain(Map<PluginName, List<PluginIdentity>> byPlugin) {
    if (recipient.isPresent()) {
      Optional<PluginName> plugin = PluginName.ofRecipient(recipient.get());
      byPlugin
          .entrySet()
          .removeIf(e -> !plugin.equals(Optional.of(e.getKey())) || e.getValue().size() > 1);
    }
  }
}
