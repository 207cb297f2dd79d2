package dev.sealconf.keys.providers.age.source;

import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.providers.age.AgeRecipient;
import dev.sealconf.keys.providers.age.X25519Recipient;
import dev.sealconf.keys.providers.age.hybrid.HybridRecipient;
import dev.sealconf.keys.providers.age.plugin.PluginName;
import dev.sealconf.keys.providers.age.plugin.PluginRecipient;
import dev.sealconf.keys.providers.age.plugin.Plugins;
import dev.sealconf.keys.providers.age.ssh.SshPublicKey;
import java.util.Optional;

/** Parses age recipients. */
public final class Recipients {
  private Recipients() {}

  /**
   * Checks that a name is a valid recipient.
   *
   * @throws SealconfException if it is malformed; the message never shows an identity
   */
  public static void require(String name) {
    RecipientKind kind = RecipientKind.of(name);
    boolean known =
        kind == RecipientKind.PLUGIN
            ? PluginName.ofRecipient(name).isPresent()
            : local(kind, name).isPresent();
    if (!known) {
      throw malformed(kind, name);
    }
  }

  /**
   * Parses a recipient.
   *
   * @param plugins used to run a plugin when the recipient wraps
   * @throws SealconfException if the name is malformed; the message never shows an identity
   */
  public static AgeRecipient parse(String name, Plugins plugins) {
    RecipientKind kind = RecipientKind.of(name);
    Optional<? extends AgeRecipient> recipient =
        kind == RecipientKind.PLUGIN
            ? PluginName.ofRecipient(name).map(plugin -> new PluginRecipient(plugin, name, plugins))
            : local(kind, name);
    return recipient.orElseThrow(() -> malformed(kind, name));
  }

  private static Optional<? extends AgeRecipient> local(RecipientKind kind, String name) {
    return switch (kind) {
      case X25519 -> X25519Recipient.parse(name);
      case POST_QUANTUM -> HybridRecipient.parse(name);
      case SSH -> SshPublicKey.parse(name).flatMap(SshPublicKey::recipient);
      case PLUGIN, IDENTITY, UNKNOWN -> Optional.empty();
    };
  }

  private static SealconfException malformed(RecipientKind kind, String name) {
    String text =
        switch (kind) {
          case IDENTITY -> "this is an identity, which is secret: use its recipient here";
          case UNKNOWN -> "not an age recipient: " + shown(name);
          case X25519, POST_QUANTUM, PLUGIN, SSH ->
              "the age recipient " + shown(name) + " is malformed";
        };
    return new KeyFailure.Malformed(text).hint(kind.copyHint());
  }

  /** Returns a name for use in a message: quoted, with the middle of a long name left out. */
  public static String shown(String name) {
    return Printable.quote(Printable.shortened(name));
  }
}
