package dev.sealconf.keys.providers.tink;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.UserFolders;
import dev.sealconf.io.World;
import dev.sealconf.io.file.KeyFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The places where a named keyset may be: the variable {@code SEALCONF_TINK_KEYSET} (JSON), the
 * file that {@code SEALCONF_TINK_KEYSET_FILE} names, and {@code sealconf/tink/NAME.json} in the
 * user's folder. Each is read once per run, and again if its key service couldn't be reached.
 */
public final class TinkKeysets {
  static final String KEYSET = "SEALCONF_TINK_KEYSET";
  static final String KEYSET_FILE = "SEALCONF_TINK_KEYSET_FILE";

  private final World world;
  private final Map<String, List<Place>> places = new ConcurrentHashMap<>();

  /**
   * What was found in one place.
   *
   * @param text the place, and the reason if it has no usable keyset
   * @param temporary whether a later attempt may find a keyset
   */
  public record Place(String text, Optional<TinkKeyset> keyset, boolean temporary) {}

  /** Uses the keysets of this world. Reads nothing yet. */
  public TinkKeysets(World world) {
    this.world = world;
  }

  /**
   * Returns the file in which {@code init} creates a keyset, or empty if the user's folder is
   * unknown.
   */
  public static Optional<Path> defaultFile(World world, String name) {
    return UserFolders.config(world).map(d -> d.resolve("sealconf/tink/" + name + ".json"));
  }

  /**
   * Returns the file for a new keyset with this name.
   *
   * @throws SealconfException an {@code OutputFailure.NotWritten} if the user's folder is unknown
   */
  static Path newFile(World world, String name) {
    return defaultFile(world, KeysetName.checked(name))
        .orElseThrow(
            () ->
                new OutputFailure.NotWritten(
                        "can't find a folder for the Tink keyset: your home folder is unknown")
                    .hint("set HOME or XDG_CONFIG_HOME"));
  }

  /** Returns every place for a name, in the order they are tried. */
  public List<Place> places(String name) {
    List<Place> found = places.computeIfAbsent(name, this::look);
    for (Place place : found) {
      if (place.temporary()) {
        places.remove(name, found);
      }
    }
    return found;
  }

  /** Returns whether the keyset used for this name is encrypted by a key service. */
  public boolean needsService(String name) {
    Optional<String> json = world.variable(KEYSET);
    if (json.isPresent()) {
      return OpenKeyset.isEncrypted(json.get());
    }
    Optional<Path> file =
        world.variable(KEYSET_FILE).map(world::resolve).or(() -> defaultFile(world, name));
    if (file.isEmpty()
        || !Files.exists(file.get())
        || !(KeyFile.read(file.get(), world) instanceof KeyFile.Found found)) {
      return false;
    }
    try (SecretBytes content = SecretBytes.owning(found.content())) {
      return OpenKeyset.isEncrypted(new String(content.exposed(), StandardCharsets.UTF_8));
    }
  }

  private List<Place> look(String name) {
    List<Place> found = new ArrayList<>();
    world
        .variable(KEYSET)
        .map(json -> json.getBytes(StandardCharsets.UTF_8))
        .ifPresent(
            json -> found.add(place(KEYSET, json, () -> world.variable(KeysetUris.VARIABLE))));
    world.variable(KEYSET_FILE).ifPresent(file -> found.add(read(world.resolve(file))));
    defaultFile(world, name)
        .ifPresentOrElse(
            file -> found.add(read(file)),
            () -> found.add(nothing("the user's folder", "HOME is not set", false)));
    return found;
  }

  private Place read(Path file) {
    String quoted = Printable.quote(file.toString());
    KeyFile read = KeyFile.read(file, world);
    return read instanceof KeyFile.Found found
        ? place(quoted, found.content(), () -> KeysetUris.of(file, world))
        : nothing(quoted, ((KeyFile.Absent) read).why(), false);
  }

  private Place place(String text, byte[] content, Supplier<Optional<String>> uri) {
    try (OpenKeyset open = OpenKeyset.of(content, text, uri, world)) {
      return new Place(text, Optional.of(open.keyset()), false);
    } catch (KeysetException e) {
      return nothing(text, e.getMessage(), e.isTemporary());
    }
  }

  private static Place nothing(String text, String why, boolean temporary) {
    return new Place(text + " (" + why + ")", Optional.empty(), temporary);
  }
}
