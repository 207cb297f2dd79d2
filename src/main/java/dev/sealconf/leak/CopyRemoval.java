package dev.sealconf.leak;

import dev.sealconf.error.OutputFailure;
import dev.sealconf.io.World;
import dev.sealconf.io.plaintext.Wiping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Overwrites and removes plaintext copies ({@code docs/security.md §removing plaintext}). */
public final class CopyRemoval {
  private CopyRemoval() {}

  /**
   * Removes a copy.
   *
   * @throws OutputFailure.NotWritten if it can't be overwritten or removed
   */
  public static void remove(World world, Path file) {
    try {
      if (links(file) > 1) {
        world
            .tell()
            .warn(world.shown(file) + " has hard links: the other names are empty files now");
      }
      Wiping.file(file);
    } catch (IOException e) {
      throw new OutputFailure.NotWritten(world.shown(file) + " can't be removed").from(e);
    }
  }

  private static int links(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? (Integer) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS)
        : 1;
  }
}
