package dev.sealconf.keys.providers.age.plugin;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.World;
import dev.sealconf.keys.providers.age.Stanza;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs plugins, each in one session at a time. Files that several threads ask about during a
 * session share the next one.
 */
public final class Plugins {
  private final World world;
  private final Map<String, SharedSessions<SecretBytes, List<Stanza>>> wrapping =
      new ConcurrentHashMap<>();
  private final Map<List<PluginIdentity>, SharedSessions<List<Stanza>, Answer>> unwrapping =
      new ConcurrentHashMap<>();

  /** Uses the plugins on this world's {@code PATH}. Finds them only when they are needed. */
  public Plugins(World world) {
    this.world = world;
  }

  /**
   * A plugin's answer for one file.
   *
   * @param fileKey the file key, which the caller closes; empty if no identity matches the file
   * @param problem the plugin's message about the file, quoted; empty if there is none
   */
  public record Answer(Optional<SecretBytes> fileKey, String problem) {}

  /** Wraps the file key for a recipient. */
  List<Stanza> wrap(PluginRecipient to, SecretBytes fileKey) {
    return wrapping
        .computeIfAbsent(
            to.text(),
            text -> new SharedSessions<>(keys -> WrapSession.run(to.plugin(), text, keys, world)))
        .ask(fileKey);
  }

  /**
   * Unwraps a file key from these stanzas.
   *
   * @param identities at least one, all for the same plugin
   * @throws dev.sealconf.error.SealconfException if the plugin is missing or the whole session
   *     fails
   */
  public Answer unwrap(List<PluginIdentity> identities, List<Stanza> stanzas) {
    return unwrapping
        .computeIfAbsent(
            List.copyOf(identities),
            same -> new SharedSessions<>(files -> UnwrapSession.run(same, files, world)))
        .ask(stanzas);
  }
}
