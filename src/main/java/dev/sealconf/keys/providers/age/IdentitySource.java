package dev.sealconf.keys.providers.age;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.World;
import dev.sealconf.keys.Passphrase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One place where identities lie, as it was found: clear ones, or a file encrypted by a passphrase
 * that is asked for when nothing else fits.
 */
final class IdentitySource implements AgeIdentity {
  /** How both forms of an age file begin. */
  private static final String BINARY = "age-encryption";

  private static final String ARMORED = "-----BEGIN AGE";

  private final String place;
  private final byte[] locked;
  private final World world;
  private KeyText keys;
  private String problem = "";

  private IdentitySource(String place, byte[] locked, KeyText keys, World world) {
    this.place = place;
    this.locked = locked;
    this.keys = keys;
    this.world = world;
  }

  /** The identities in these bytes, which are wiped unless they are encrypted. */
  static IdentitySource of(String place, byte[] content, World world) {
    if (startsWith(content, BINARY) || startsWith(content, ARMORED)) {
      return new IdentitySource(place, content, null, world);
    }
    try (SecretBytes clear = SecretBytes.owning(content)) {
      return new IdentitySource(place, null, parse(clear), world);
    }
  }

  /** A place that gave nothing, and why. */
  static IdentitySource failed(String place, String problem) {
    IdentitySource source = new IdentitySource(place, null, null, null);
    source.problem = problem;
    return source;
  }

  private static KeyText parse(SecretBytes text) {
    return KeyText.parse(new String(text.exposed(), StandardCharsets.UTF_8));
  }

  private static boolean startsWith(byte[] content, String prefix) {
    int length = prefix.length();
    return content.length >= length
        && new String(content, 0, length, StandardCharsets.ISO_8859_1).equals(prefix);
  }

  /** Whether a passphrase is needed. */
  boolean isLocked() {
    return locked != null;
  }

  /** The place and what is to be said of it: how many identities it gave, or why none. */
  synchronized String report() {
    if (!problem.isEmpty()) {
      return place + " (" + problem + ")";
    }
    if (keys == null) {
      return place;
    }
    int count = keys.identities().size();
    String found = count == 1 ? "1 identity" : count + " identities";
    return place + " (" + String.join("; ", concat(found, keys.problems())) + ")";
  }

  private static List<String> concat(String first, List<String> rest) {
    List<String> all = new ArrayList<>(rest);
    all.add(0, first);
    return all;
  }

  @Override
  public synchronized Optional<SecretBytes> unwrap(List<Stanza> stanzas) throws AgeException {
    if (keys == null && problem.isEmpty()) {
      unlock();
    }
    if (keys == null) {
      return Optional.empty();
    }
    for (AgeIdentity identity : keys.identities()) {
      Optional<SecretBytes> fileKey = identity.unwrap(stanzas);
      if (fileKey.isPresent()) {
        return fileKey;
      }
    }
    return Optional.empty();
  }

  private void unlock() {
    Optional<SecretBytes> passphrase =
        Passphrase.ask(world, "Enter passphrase for identity " + place + ":");
    if (passphrase.isEmpty()) {
      problem = "encrypted by a passphrase, and there is nobody to ask for it";
      return;
    }
    try (SecretBytes secret = passphrase.get();
        SecretBytes text = AgeFile.open(binary(), List.of(new PassphraseIdentity(secret)))) {
      keys = parse(text);
    } catch (AgeException e) {
      problem =
          e.part() == AgeException.Part.NO_MATCH ? "the passphrase is wrong" : e.getMessage();
    }
  }

  private byte[] binary() throws AgeException {
    return startsWith(locked, BINARY)
        ? locked
        : Armor.decode(new String(locked, StandardCharsets.ISO_8859_1));
  }
}
