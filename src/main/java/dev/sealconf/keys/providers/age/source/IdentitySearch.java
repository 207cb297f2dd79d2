package dev.sealconf.keys.providers.age.source;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.providers.age.AgeException;
import dev.sealconf.keys.providers.age.AgeIdentity;
import dev.sealconf.keys.providers.age.Stanza;
import dev.sealconf.keys.providers.age.plugin.PluginIdentity;
import dev.sealconf.keys.providers.age.plugin.PluginName;
import dev.sealconf.keys.providers.age.plugin.Plugins;
import dev.sealconf.keys.providers.age.ssh.SshPublicKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Searches for the identity that decrypts one age file, starting with what needs no interaction:
 * first identities stored in the clear, then ssh keys (only if the file is encrypted for one), then
 * commands, then plugins (which may need a touch), and last encrypted identity files (which need a
 * passphrase). For use by one thread.
 */
public final class IdentitySearch implements AgeIdentity {

  private final String recipient;
  private final IdentityFilter filter;
  private final IdentitySources sources;
  private final World world;
  private final List<String> seen = new ArrayList<>();
  private final Set<String> hints = new LinkedHashSet<>();
  private Optional<IdentitySource> printed;
  private boolean temporary;

  IdentitySearch(String recipient, IdentityFilter filter, IdentitySources sources, World world) {
    this.recipient = recipient;
    this.filter = filter;
    this.sources = sources;
    this.world = world;
  }

  @Override
  public Optional<SecretBytes> unwrap(List<Stanza> stanzas) throws AgeException {
    Optional<SecretBytes> fileKey = amongClear(stanzas);
    if (fileKey.isEmpty() && isForSsh(stanzas)) {
      fileKey = amongSshKeys(stanzas);
    }
    if (fileKey.isEmpty()) {
      fileKey = amongPrinted(stanzas);
    }
    if (fileKey.isEmpty()) {
      fileKey = amongClearPlugins(stanzas);
    }
    return fileKey.isEmpty() ? amongLocked(stanzas) : fileKey;
  }

  private static boolean isForSsh(List<Stanza> stanzas) {
    return stanzas.stream().anyMatch(stanza -> stanza.type().startsWith(SshPublicKey.START));
  }

  private Optional<SecretBytes> amongClear(List<Stanza> stanzas) throws AgeException {
    for (IdentitySource source : sources.stored()) {
      Optional<SecretBytes> fileKey =
          source.isLocked() ? Optional.empty() : source.unwrap(stanzas, filter);
      if (fileKey.isPresent()) {
        return fileKey;
      }
    }
    return Optional.empty();
  }

  private Optional<SecretBytes> amongSshKeys(List<Stanza> stanzas) throws AgeException {
    List<SshKeySource> keys = new ArrayList<>(sources.storedSsh());
    for (SshKeySource key : keys) {
      Optional<SecretBytes> fileKey = key.unwrap(stanzas, filter);
      if (fileKey.isPresent()) {
        return fileKey;
      }
    }
    Optional<SshKeySource> printedKey = sources.printedSshFor(recipient);
    printedKey.ifPresent(keys::add);
    Optional<SecretBytes> fileKey =
        printedKey.isPresent() ? printedKey.get().unwrap(stanzas, filter) : Optional.empty();
    for (SshKeySource key : keys) {
      seen.add(key.report());
      temporary |= key.isTemporary();
      if (key.stayedLocked() && !world.ask().interactive()) {
        hints.add(world.ask().howToSupply());
      }
    }
    return fileKey;
  }

  private Optional<SecretBytes> amongPrinted(List<Stanza> stanzas) throws AgeException {
    return printed().isPresent() ? printed().get().unwrap(stanzas, filter) : Optional.empty();
  }

  /** Returns the output of the command, which runs once per search. */
  private Optional<IdentitySource> printed() {
    if (printed == null) {
      printed = sources.printedFor(recipient);
      temporary |= printed.isPresent() && printed.get().isTemporary();
    }
    return printed;
  }

  private Optional<SecretBytes> amongClearPlugins(List<Stanza> stanzas) {
    List<IdentitySource> all = new ArrayList<>();
    for (IdentitySource source : sources.stored()) {
      if (!source.isLocked()) {
        all.add(source);
      }
    }
    printed().ifPresent(all::add);
    return amongPlugins(all, stanzas);
  }

  /**
   * Groups the identities by plugin, so that each plugin runs once. Locked sources have no
   * identities yet.
   */
  private Map<PluginName, List<PluginIdentity>> byPlugin(List<IdentitySource> all) {
    Map<PluginName, List<PluginIdentity>> byPlugin = new LinkedHashMap<>();
    for (IdentitySource source : all) {
      for (PluginIdentity identity : source.pluginIdentities()) {
        byPlugin.computeIfAbsent(identity.plugin(), name -> new ArrayList<>()).add(identity);
      }
    }
    filter.retain(byPlugin);
    return byPlugin;
  }

  private Optional<SecretBytes> amongPlugins(List<IdentitySource> all, List<Stanza> stanzas) {
    for (Map.Entry<PluginName, List<PluginIdentity>> entry : byPlugin(all).entrySet()) {
      String program = Printable.plain(entry.getKey().program());
      try {
        Plugins.Answer answer = sources.plugins().unwrap(entry.getValue(), stanzas);
        if (answer.fileKey().isPresent()) {
          return answer.fileKey();
        }
        String problem = answer.problem().isEmpty() ? "another key" : answer.problem();
        seen.add(program + " (" + problem + ")");
      } catch (SealconfException e) {
        seen.add(program + " (" + e.getMessage() + ")");
        hints.addAll(e.hints());
        temporary |= e.isTemporary();
      }
    }
    return Optional.empty();
  }

  private Optional<SecretBytes> amongLocked(List<Stanza> stanzas) throws AgeException {
    for (IdentitySource source : sources.stored()) {
      if (source.isLocked()) {
        Optional<SecretBytes> fileKey = source.unwrap(stanzas, filter);
        if (fileKey.isEmpty()) {
          fileKey = amongPlugins(List.of(source), stanzas);
        }
        if (fileKey.isPresent()) {
          return fileKey;
        }
        if (!world.ask().interactive()) {
          hints.add(world.ask().howToSupply());
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns a failure that lists every place searched, what was found there, and what would help.
   */
  public SealconfException noMatch() {
    List<String> places = new ArrayList<>();
    for (IdentitySource source : sources.stored()) {
      places.add(source.report());
    }
    printed().map(IdentitySource::report).ifPresent(places::add);
    places.addAll(seen);
    places.addAll(sources.missing());
    String file =
        IdentitySources.defaultFile(world)
            .map(Path::toString)
            .map(Printable::quote)
            .orElse("a key file");
    if (hints.isEmpty()) {
      hints.addAll(RecipientKind.of(recipient).identityHints(recipient, file));
    }
    SealconfException failure =
        new KeyFailure.NotUnwrapped(
            "no identity can decrypt it; looked in " + String.join(", ", places));
    for (String hint : hints) {
      failure = failure.hint(hint);
    }
    return temporary ? failure.temporary() : failure;
  }
}
