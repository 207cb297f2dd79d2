package dev.sealconf.io.file;

import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Creates files for secrets and programs, and never touches an existing file. */
public final class NewFile {
  private NewFile() {}

  /**
   * Creates a file that only its owner can read, as a whole or not at all. Creates missing folders
   * that only the owner can enter.
   *
   * @return false, without doing anything, if the name is taken
   * @throws SealconfException an {@code OutputFailure.NotWritten} if the file can't be written
   */
  public static boolean create(World world, Path file, byte[] bytes) {
    makeFolders(world, file.getParent());
    Path target = Target.destination(world, file);
    return PathLock.holding(world, target, () -> write(world, target, bytes, true));
  }

  /**
   * Creates a file that can be run by everyone who can read it, whole or not at all; missing
   * folders are made for the owner alone.
   *
   * @return false, and nothing was done, if something of this name is there already
   * @throws SealconfException with 3 if it can't be written
   */
  public static boolean createProgram(World world, Path file, byte[] bytes) {
    makeFolders(world, file.getParent());
    Path target = Target.destination(world, file);
    return PathLock.holding(world, target, () -> write(world, target, bytes, false));
  }

  private static boolean write(World world, Path target, byte[] bytes, boolean secret) {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (Replacement replacement = new Replacement(world, target, secret, new Leftovers())) {
      replacement.fill(bytes);
      if (!secret) {
        replacement.allowToRun();
      }
      replacement.flush();
      replacement.move(null);
    }
    return true;
  }

  private static void makeFolders(World world, Path folder) {
    try {
      Files.createDirectories(folder, ownerOnly(folder));
    } catch (IOException e) {
      throw new OutputFailure.NotWritten("can't create the folder " + world.shown(folder))
          .hint("check that the folders above it exist and belong to you")
          .from(e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
    };
  }
}
