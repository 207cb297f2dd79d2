package dev.sealconf.io.file;

import dev.sealconf.error.FileFailure;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.SystemText;
import dev.sealconf.io.World;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Finds the file that a user's path leads to, and refuses anything that isn't a file. */
public final class Target {
  private static final int MOST_LINKS = 40;
  private static final Set<String> STANDARD_OUTPUT =
      Set.of("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

  private Target() {}

  /**
   * Returns the real path of a regular file.
   *
   * @throws SealconfException a {@code FileFailure.Missing} if there is none, or a {@code
   *     FileFailure.Unreadable} if it is something else
   */
  static Path existing(World world, Path file) {
    if (!Files.isRegularFile(file)) {
      throw notReadable(world, file);
    }
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw notReadable(world, file).from(e);
    }
  }

  /**
   * Returns the real path of a file that may not exist yet.
   *
   * @throws SealconfException an {@code OutputFailure.NotWritten} if there can't be a file at this
   *     path
   */
  static Path destination(World world, Path file) {
    try {
      Path place = followed(file);
      if (Files.isSymbolicLink(place)) {
        throw refused(world, file, "its links form a loop").hint("remove the link");
      }
      if (Files.isDirectory(place)) {
        throw refused(world, file, "it is a folder").hint("name a file in it");
      }
      return place;
    } catch (IOException e) {
      throw refused(world, file, "its folder does not exist or can't be opened")
          .hint("create " + world.shown(file.getParent()) + " first")
          .from(e);
    }
  }

  /**
   * Returns the path at the end of a chain of links, whether or not it exists. The result is still
   * a link if the chain doesn't end.
   */
  private static Path followed(Path file) throws IOException {
    Path place = real(file);
    for (int links = 0; links < MOST_LINKS && Files.isSymbolicLink(place); links++) {
      place = real(place.resolveSibling(Files.readSymbolicLink(place)));
    }
    return place;
  }

  private static Path real(Path file) throws IOException {
    return file.getParent().toRealPath().resolve(file.getFileName());
  }

  /** Returns the reason why a file couldn't be read. */
  static SealconfException notReadable(World world, Path file) {
    String name = world.shown(file);
    if (Files.isDirectory(file)) {
      return unreadable(name + " is a folder, not a file");
    }
    if (Files.exists(file)) {
      return Files.isReadable(file)
          ? unreadable(name + " is not a regular file").hint("pipe it in and name it '-' instead")
          : unreadable("permission to read " + name + " was denied").hint("see 'ls -l'");
    }
    if (Files.isSymbolicLink(file) && leadsInACircle(file)) {
      return unreadable(name + " is a link in a loop of links").hint("remove the link");
    }
    if (SystemText.isDamaged(file.toString())) {
      return unreadable(name + " has a name that is not UTF-8").hint("rename it");
    }
    String what =
        Files.isSymbolicLink(file)
            ? " is a symbolic link to a file that does not exist"
            : " does not exist";
    return new FileFailure.Missing(name + what, file.toString())
        .hint("relative paths start at " + world.shown(world.directory()));
  }

  private static boolean leadsInACircle(Path link) {
    try {
      return Files.isSymbolicLink(followed(link));
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns whether a path is a pipe, a device or an open stream, which can't be replaced. */
  static boolean isStream(Path file) {
    String name = file.toString();
    return name.startsWith("/dev/fd/")
        || name.startsWith("/proc/self/fd/")
        || STANDARD_OUTPUT.contains(name)
        || (!Files.isRegularFile(file) && !Files.isDirectory(file) && Files.exists(file));
  }

  /** Writes to a stream that {@link #isStream} detects. */
  static void pour(World world, Path stream, byte[] bytes) {
    boolean standard = STANDARD_OUTPUT.contains(stream.toString());
    try (OutputStream opened =
        standard ? OutputStream.nullOutputStream() : new FileOutputStream(stream.toFile(), true)) {
      OutputStream out = standard ? world.out() : opened;
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw WriteFailure.explain("can't write to " + world.shown(stream), e).from(e);
    }
  }

  /** Returns the failure for something that can't be read as a file. */
  public static SealconfException unreadable(String message) {
    return new FileFailure.Unreadable(message);
  }

  private static SealconfException refused(World world, Path file, String why) {
    return new OutputFailure.NotWritten("can't write " + world.shown(file) + ": " + why);
  }
}
