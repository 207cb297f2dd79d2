package dev.sealconf.keys.providers.age.source;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.World;
import dev.sealconf.keys.providers.age.AgeException;
import dev.sealconf.keys.providers.age.KeyPair;
import dev.sealconf.keys.providers.age.LockedFile;
import dev.sealconf.keys.providers.age.Stanza;
import dev.sealconf.keys.providers.age.plugin.PluginIdentity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One place that may hold identities, and what was read from it: identities in the clear, or a
 * passphrase-encrypted file. The user is asked for the passphrase only when nothing else matches.
 */
final class IdentitySource implements AutoCloseable {
  private final String place;
  private final byte[] locked;
  private final World world;
  private KeyText keys;
  private String problem = "";
  private boolean temporary;

  private IdentitySource(String place, byte[] locked, KeyText keys, World world) {
    this.place = place;
    this.locked = locked;
    this.keys = keys;
    this.world = world;
  }

  /** Reads identities from these bytes and wipes them, unless they are encrypted. */
  static IdentitySource of(String place, byte[] content, World world) {
    if (LockedFile.looksLocked(content)) {
      return new IdentitySource(place, content, null, world);
    }
    try (SecretBytes clear = SecretBytes.owning(content)) {
      return new IdentitySource(place, null, parse(clear), world);
    }
  }

  /** Describes a place that has no identities, and why. */
  static IdentitySource failed(String place, String problem) {
    IdentitySource source = new IdentitySource(place, null, null, null);
    source.problem = problem;
    return source;
  }

  /** Marks this place as one where a later attempt may find something. */
  IdentitySource temporary() {
    temporary = true;
    return this;
  }

  /** Returns whether a later attempt may find something here. */
  boolean isTemporary() {
    return temporary;
  }

  private static KeyText parse(SecretBytes text) {
    return KeyText.parse(new String(text.exposed(), StandardCharsets.UTF_8));
  }

  /** Returns whether the source still needs a passphrase. */
  boolean isLocked() {
    return locked != null;
  }

  /** Returns the place and its result: how many identities it has, or why it has none. */
  synchronized String report() {
    if (!problem.isEmpty()) {
      return place + " (" + problem + ")";
    }
    if (keys == null) {
      return place;
    }
    int count = keys.identities().size() + keys.pluginIdentities().size();
    String found = count == 1 ? "1 identity" : count + " identities";
    return place + " (" + String.join("; ", concat(found, keys.problems())) + ")";
  }

  private static List<String> concat(String first, List<String> rest) {
    List<String> all = new ArrayList<>(rest);
    all.add(0, first);
    return all;
  }

  /**
   * Unwraps the file key with one of the identities that the filter allows. Returns empty if none
   * matches.
   *
   * @throws AgeException if a stanza is malformed
   */
  synchronized Optional<SecretBytes> unwrap(List<Stanza> stanzas, IdentityFilter filter)
      throws AgeException {
    if (!isOpen()) {
      return Optional.empty();
    }
    for (KeyPair identity : keys.identities()) {
      Optional<SecretBytes> fileKey =
          filter.admits(identity) ? identity.unwrap(stanzas) : Optional.empty();
      if (fileKey.isPresent()) {
        return fileKey;
      }
    }
    return Optional.empty();
  }

  /** Returns the identities that need a plugin; none while the source is locked. */
  synchronized List<PluginIdentity> pluginIdentities() {
    return keys == null ? List.of() : keys.pluginIdentities();
  }

  private boolean isOpen() {
    if (keys == null && problem.isEmpty()) {
      unlock();
    }
    return keys != null;
  }

  private void unlock() {
    try (SecretBytes text = LockedFile.open(locked, "identity " + place, world)) {
      keys = parse(text);
    } catch (AgeException e) {
      problem = e.getMessage();
    }
  }

  /** Wipes the identities, as far as Java can. */
  @Override
  public synchronized void close() {
    if (keys != null) {
      keys.close();
    }
  }

  /** Returns the recipients of the identities; none while the source is locked. */
  synchronized List<String> recipients() {
    return keys == null
        ? List.of()
        : keys.identities().stream().map(KeyPair::recipientName).toList();
  }

  /**
   * Returns the recipient of the first identity that knows its own. Asks for a passphrase if
   * necessary.
   */
  synchronized Optional<String> firstRecipient() {
    if (!isOpen()) {
      return Optional.empty();
    }
    return keys.identities().stream().findFirst().map(KeyPair::recipientName);
  }
}
