package dev.sealconf.keys.providers.age.source;

import dev.sealconf.keys.providers.age.KeyPair;
import dev.sealconf.keys.providers.age.plugin.PluginIdentity;
import dev.sealconf.keys.providers.age.plugin.PluginName;
import dev.sealconf.keys.providers.age.ssh.SshPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which identities a search may use: all of them, or only the one of a certain recipient.
 *
 * @param recipient the name of the only recipient; empty for all
 */
record IdentityFilter(Optional<String> recipient) {

  /** Whether an identity may be used. */
  boolean admits(KeyPair identity) {
    return recipient.isEmpty() || identity.recipientName().equalsIgnoreCase(recipient.get());
  }

  /** Whether the identity with this public half may be used. */
  boolean admits(SshPublicKey key) {
    return recipient.isEmpty()
        || SshPublicKey.parse(recipient.get()).filter(key::equals).isPresent();
  }

  /**
   * Removes the plugins that may not be used. Only a plugin knows which of its identities is that
   * of a recipient, so one that has several may not.
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
