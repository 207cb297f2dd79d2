package dev.sealconf.keys.providers.age.plugin;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.World;
import dev.sealconf.keys.providers.age.Stanza;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks plugins, each in one session at a time; files that several threads ask about in the meantime
 * go into one session together.
 */
public final class Plugins {
  private final World world;
  private final Map<String, SharedSessions<SecretBytes, List<Stanza>>> wrapping =
      new ConcurrentHashMap<>();
  private final Map<List<PluginIdentity>, SharedSessions<List<Stanza>, Answer>> unwrapping =
      new ConcurrentHashMap<>();

  /** The plugins on the {@code PATH} of this world; none is looked for yet. */
  public Plugins(World world) {
    this.world = world;
  }

  /**
   * What a plugin made of one file.
   *
   * @param fileKey the file key, which the caller closes; empty if no identity is for the file
   * @param problem what the plugin said of the file, quoted; empty if nothing
   */
  public record Answer(Optional<SecretBytes> fileKey, String problem) {}

  /** The file key wrapped for a recipient. */
  List<Stanza> wrap(PluginRecipient to, SecretBytes fileKey) {
    return wrapping
        .computeIfAbsent(
            to.text(),
            text -> new SharedSessions<>(keys -> WrapSession.run(to.plugin(), text, keys, world)))
        .ask(fileKey);
  }

  /**
   * The file key of a file with these stanzas.
   *
   * @param identities of one plugin, at least one
   * @throws dev.sealconf.error.SealconfException if the plugin is not there or fails altogether
   */
  public Answer unwrap(List<PluginIdentity> identities, List<Stanza> stanzas) {
    return unwrapping
        .computeIfAbsent(
            List.copyOf(identities),
            same -> new SharedSessions<>(files -> UnwrapSession.run(same, files, world)))
        .ask(stanzas);
  }
}
