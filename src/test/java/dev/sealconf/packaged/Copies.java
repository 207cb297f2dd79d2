package dev.sealconf.packaged;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Copies and changes whole folders. */
final class Copies {
  private Copies() {}

  /** Copies a folder with the times and modes of its files, as {@code cp -a} does. */
  static Path exact(Path from, Path to) throws IOException {
    return copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** Copies a folder as {@code cp -r} does: every file is as old as the copy. */
  static Path withoutTimes(Path from, Path to) throws IOException {
    return copy(from, to);
  }

  private static Path copy(Path from, Path to, CopyOption... options) throws IOException {
    Files.createDirectories(to.getParent());
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(dir)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            Path made = Files.copy(file, to.resolve(from.relativize(file)), options);
            Files.setPosixFilePermissions(made, Files.getPosixFilePermissions(file));
            return FileVisitResult.CONTINUE;
          }
        });
    return to;
  }

  /** Deletes a folder and what is in it. */
  static void delete(Path folder) throws IOException {
    each(folder, Files::delete);
  }

  /** Lets everybody read and start what is in a folder, and no one change it. */
  static void makeReadOnly(Path folder) throws IOException {
    each(
        folder,
        path -> Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-xr-xr-x")));
  }

  private interface Deed {
    void on(Path path) throws IOException;
  }

  private static void each(Path folder, Deed deed) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            deed.on(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
            deed.on(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
