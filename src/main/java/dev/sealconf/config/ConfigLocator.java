package dev.sealconf.config;

import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the configuration file as SOPS does: in the working directory or the nearest folder above
 * it.
 */
public final class ConfigLocator {
  /** The only file name that is recognized. */
  public static final String NAME = ".sops.yaml";

  private static final String WRONG_NAME = ".sops.yml";
  private static final int MOST_LEVELS = 100;
  private static final int MOST_BYTES = 1 << 20;

  private final World world;

  /** Searches in this world. */
  public ConfigLocator(World world) {
    this.world = world;
  }

  /**
   * Returns the configuration file that the user named, or else the nearest one.
   *
   * @throws dev.sealconf.error.SealconfException a {@code ConfigFailure} if it can't be read
   */
  public Optional<ConfigFile> find(Optional<String> named) {
    if (named.isPresent()) {
      Path file = world.resolve(named.get());
      return Optional.of(ConfigFile.parse(file, named.get(), bytes(file, named.get())));
    }
    Optional<Path> file = nearest(world.directory());
    return file.isPresent() ? Optional.of(read(file.get(), world.directory())) : Optional.empty();
  }

  /**
   * Reads the configuration file at this path and gives it the shortest possible name for messages.
   *
   * @param start the folder where the search started
   * @throws dev.sealconf.error.SealconfException a {@code ConfigFailure} if the file can't be read,
   *     or its owner isn't trusted
   */
  public ConfigFile read(Path file, Path start) {
    Provenance provenance = new Provenance(world, file, shown(file));
    List<Object> before = provenance.require(start);
    byte[] bytes = bytes(file, shown(file));
    if (!before.equals(provenance.require(start))) {
      throw provenance.refused("the configuration file was replaced while sealconf read it");
    }
    return ConfigFile.parse(file, shown(file), bytes);
  }

  /** Reads the bytes of a configuration file. A file that the user named may be a pipe. */
  private byte[] bytes(Path file, String name) {
    Provenance place = new Provenance(world, file, name);
    try {
      if (Files.isDirectory(file)) {
        throw place.refused("the configuration file is a folder");
      }
      if (Files.notExists(file)) {
        throw place
            .refused("the configuration file doesn't exist")
            .hint("relative paths start at " + world.shown(world.directory()));
      }
      byte[] bytes = world.read(file, MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw place.refused("the configuration file is larger than 1 MiB");
      }
      return bytes;
    } catch (IOException e) {
      throw place.refused("the configuration file can't be read").from(e);
    }
  }

  /**
   * Returns the nearest configuration file in {@code start} or above it. {@code start} is absolute.
   */
  public Optional<Path> nearest(Path start) {
    Path wrong = null;
    Path folder = start;
    for (int level = 0; level < MOST_LEVELS && folder != null; level++) {
      Path file = folder.resolve(NAME);
      if (Files.exists(file)) {
        warn(wrong, file);
        return Optional.of(file);
      }
      if (wrong == null && Files.exists(folder.resolve(WRONG_NAME))) {
        wrong = folder.resolve(WRONG_NAME);
      }
      folder = folder.getParent();
    }
    warn(wrong, null);
    return Optional.empty();
  }

  private void warn(Path wrong, Path found) {
    if (wrong != null) {
      world
          .tell()
          .warn(
              "ignoring "
                  + Printable.quote(shown(wrong))
                  + ": the configuration file must be named "
                  + NAME
                  + (found == null ? "" : "; using " + Printable.quote(shown(found)) + " instead"));
    }
  }

  /** Returns the shortest form of a path: relative if it is in the working directory. */
  private String shown(Path file) {
    return file.startsWith(world.directory())
        ? world.directory().relativize(file).toString()
        : file.toString();
  }
}
