package dev.sealconf.session.folder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;

/** Looks for one wanted file in a folder that is left out. Gives up if the folder is large. */
final class FirstMatch extends SimpleFileVisitor<Path> {
  private static final int MOST_FILES = 2000;
  private static final int MOST_BYTES = 1 << 20;

  private final Predicate<Path> wanted;
  private int seen;
  private boolean found;

  private FirstMatch(Predicate<Path> wanted) {
    this.wanted = wanted;
  }

  /**
   * Returns whether a wanted file is among the first 2000 files that are not hidden and at most 1
   * MiB long.
   */
  static boolean in(Path folder, Predicate<Path> wanted) {
    FirstMatch match = new FirstMatch(wanted);
    try {
      Files.walkFileTree(folder, match);
    } catch (IOException e) {
      return match.found;
    }
    return match.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return folder.getFileName().toString().startsWith(".")
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    boolean plausible = attributes.isRegularFile() && attributes.size() <= MOST_BYTES;
    found = plausible && wanted.test(file);
    return found || ++seen == MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    return FileVisitResult.CONTINUE;
  }
}
