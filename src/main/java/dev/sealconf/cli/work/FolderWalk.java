package dev.sealconf.cli.work;

import dev.sealconf.error.ExitCode;
import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files below a folder that a command may mean: no hidden folders (git's and the state of other
 * tools), no symbolic links, which could lead out of the tree, and none of the files that say how
 * the others are treated.
 */
final class FolderWalk {
  private static final Set<String> SETTINGS =
      Set.of(".sops.yaml", ".sops.yml", ".gitignore", ".gitattributes", ".gitmodules");

  private final Path root;

  FolderWalk(Path root) {
    this.root = root;
  }

  /**
   * The files that are wanted, sorted by path. The folder itself may be a symbolic link.
   *
   * @throws SealconfException with 2 if a folder can't be read
   */
  List<Path> files(Predicate<Path> wanted) {
    List<Path> found = new ArrayList<>();
    try {
      Path real = root.toRealPath();
      Files.walkFileTree(real, new Visitor(real, found));
    } catch (IOException e) {
      throw new SealconfException(
              ExitCode.COULD_NOT_READ_INPUT, "a folder below this can't be read")
          .at(Location.of(root.toString()));
    }
    return found.stream().sorted().filter(wanted).toList();
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Path real;
    private final List<Path> found;

    Visitor(Path real, List<Path> found) {
      this.real = real;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden =
          folder.getFileName() != null && folder.getFileName().toString().startsWith(".");
      return hidden && !folder.equals(real)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && !SETTINGS.contains(file.getFileName().toString())) {
        found.add(root.resolve(real.relativize(file)));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
