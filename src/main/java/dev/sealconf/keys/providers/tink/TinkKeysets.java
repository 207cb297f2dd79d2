package dev.sealconf.keys.providers.tink;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.Printable;
import dev.sealconf.io.UserFolders;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyFile;
import dev.sealconf.keys.providers.age.AgeException;
import dev.sealconf.keys.providers.age.LockedFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The places where a named keyset may lie: the variable {@code SEALCONF_TINK_KEYSET} (JSON), the
 * file that {@code SEALCONF_TINK_KEYSET_FILE} names, and {@code sealconf/tink/NAME.json} in the
 * user's folder. Each is read once in a run.
 */
public final class TinkKeysets {
  static final String KEYSET = "SEALCONF_TINK_KEYSET";
  static final String KEYSET_FILE = "SEALCONF_TINK_KEYSET_FILE";

  private final World world;
  private final Map<String, List<Place>> places = new ConcurrentHashMap<>();

  /**
   * What was found in one place.
   *
   * @param text the place, and why there is nothing to use in it
   */
  public record Place(String text, Optional<TinkKeyset> keyset) {}

  /** The keysets of this world; nothing is read yet. */
  public TinkKeysets(World world) {
    this.world = world;
  }

  /** Where {@code init} puts a keyset; empty if the user's folder is unknown. */
  public static Optional<Path> defaultFile(World world, String name) {
    return UserFolders.config(world).map(d -> d.resolve("sealconf/tink/" + name + ".json"));
  }

  /** Every place for a name, in the order in which they are tried. */
  public List<Place> places(String name) {
    return places.computeIfAbsent(name, this::look);
  }

  private List<Place> look(String name) {
    List<Place> found = new ArrayList<>();
    world
        .variable(KEYSET)
        .ifPresent(json -> found.add(place(KEYSET, json.getBytes(StandardCharsets.UTF_8))));
    world.variable(KEYSET_FILE).ifPresent(file -> found.add(read(world.resolve(file))));
    defaultFile(world, name)
        .ifPresentOrElse(
            file -> found.add(read(file)),
            () -> found.add(nothing("the user's folder", "HOME is not set")));
    return found;
  }

  private Place read(Path file) {
    String quoted = Printable.quote(file.toString());
    KeyFile read = KeyFile.read(file, world);
    return read instanceof KeyFile.Found found
        ? place(quoted, found.content())
        : nothing(quoted, ((KeyFile.Absent) read).why());
  }

  private Place place(String text, byte[] content) {
    if (!LockedFile.looksLocked(content)) {
      return parsed(text, SecretBytes.owning(content));
    }
    try {
      return parsed(text, LockedFile.open(content, "keyset " + text, world));
    } catch (AgeException e) {
      return nothing(text, e.getMessage());
    }
  }

  private static Place parsed(String text, SecretBytes content) {
    try (content) {
      String json = new String(content.exposed(), StandardCharsets.UTF_8);
      Optional<TinkKeyset> keyset = TinkKeyset.parse(json);
      if (keyset.isPresent()) {
        return new Place(text, keyset);
      }
      return json.contains("\"encryptedKeyset\"")
          ? nothing(text, "encrypted by a key service, which is not supported yet")
          : nothing(text, "not a Tink keyset for authenticated encryption");
    }
  }

  private static Place nothing(String text, String why) {
    return new Place(text + " (" + why + ")", Optional.empty());
  }
}
