package dev.sealconf.io.file;

import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The result of reading a secret key file. */
public sealed interface KeyFile {

  /** The file's bytes. The caller wipes them if they contain a secret. */
  record Found(byte[] content) implements KeyFile {}

  /** The reason why there is nothing to use, such as {@code does not exist}. */
  record Absent(String why) implements KeyFile {}

  /** The size of the largest file that is read, in bytes. SOPS has the same limit. */
  int MOST_BYTES = 16 * 1024 * 1024;

  /**
   * Reads a file, or a pipe, which is read once per run. Warns a user at the terminal if others can
   * read the file.
   */
  static KeyFile read(Path file, World world) {
    try {
      if (!Files.exists(file)) {
        return new Absent("does not exist");
      }
      if (Files.isDirectory(file)) {
        return new Absent("is a folder");
      }
      byte[] content = world.read(file, MOST_BYTES + 1);
      if (content.length > MOST_BYTES) {
        return new Absent("is larger than 16 MiB");
      }
      if (Files.isRegularFile(file)) {
        warnIfOthersMayRead(file, world);
      }
      return new Found(content);
    } catch (IOException e) {
      return new Absent("can't be read");
    }
  }

  private static void warnIfOthersMayRead(Path file, World world) {
    int othersMayRead = 0044;
    try {
      int mode = (int) Files.getAttribute(file, "unix:mode");
      if ((mode & othersMayRead) != 0 && world.tell().watched()) {
        String quoted = Printable.quote(file.toString());
        world.tell().warn("others can read the keys in " + quoted + "; type chmod 600 " + quoted);
      }
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      // The system has no such modes; don't judge its other protections.
      return;
    }
  }
}
