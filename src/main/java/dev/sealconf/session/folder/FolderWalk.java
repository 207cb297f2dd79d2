package dev.sealconf.session.folder;

import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Finds the files below a folder that a command may work on. It skips hidden folders (git's and
 * other tools' state), symbolic links, which could lead out of the tree, the files that say how
 * others are treated, and anything that is left out for another reason.
 */
final class FolderWalk {
  /**
   * What was found, starting with the folder as named.
   *
   * @param leftOut what a command might want but is left out; the walk does not look into these
   *     folders
   */
  record Found(List<Path> files, List<Left> leftOut) {}

  /** A file or folder that is left out. */
  record Left(Path path, boolean folder, String why) {}

  private static final Set<String> SETTINGS =
      Set.of(".sops.yaml", ".sops.yml", ".gitignore", ".gitattributes", ".gitmodules");
  private static final String IGNORED = "ignored by git";

  private final World world;
  private final Path root;

  FolderWalk(World world, Path root) {
    this.world = world;
    this.root = root;
  }

  /**
   * Returns the files, sorted by path. The folder itself may be a symbolic link, ignored, or a
   * repository of its own, because the user named it.
   *
   * @throws SealconfException with exit code 2 if a folder can't be read
   */
  Found found() {
    try {
      Path real = root.toRealPath();
      Visitor visitor = new Visitor(real);
      Files.walkFileTree(real, visitor);
      return new Found(
          visitor.files.stream().sorted().toList(),
          visitor.left.stream().sorted((a, b) -> a.path().compareTo(b.path())).toList());
    } catch (IOException e) {
      throw new FileFailure.Unreadable("a folder below this can't be read")
          .at(Location.of(root.toString()))
          .from(e);
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Path real;
    private final IgnoreRules rules;
    private final List<Path> files = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();

    /** Ignored folders that the walk enters anyway because git tracks something in them. */
    private final Deque<Path> ignored = new ArrayDeque<>();

    Visitor(Path real) {
      this.real = real;
      this.rules = new IgnoreRules(world, real);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!folder.equals(real) && skips(folder)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      rules.enter(folder);
      return FileVisitResult.CONTINUE;
    }

    private boolean skips(Path folder) {
      if (folder.getFileName().toString().startsWith(".")) {
        return true;
      }
      if (GitFolder.isTop(folder)) {
        return leave(folder, true, "another repository");
      }
      if (InstalledPackages.in(folder)) {
        return leave(folder, true, "installed packages");
      }
      if (ignores(folder, true)) {
        if (!rules.tracks(folder, true)) {
          return leave(folder, true, IGNORED);
        }
        ignored.push(folder);
      }
      return false;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      if (failure != null) {
        throw failure;
      }
      rules.leave();
      if (folder.equals(ignored.peek())) {
        ignored.pop();
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && !SETTINGS.contains(file.getFileName().toString())) {
        if (ignores(file, false) && !rules.tracks(file, false)) {
          leave(file, false, IGNORED);
        } else {
          files.add(named(file));
        }
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean ignores(Path file, boolean folder) {
      return !ignored.isEmpty() || rules.ignores(file, folder);
    }

    private boolean leave(Path path, boolean folder, String why) {
      left.add(new Left(named(path), folder, why));
      return true;
    }

    private Path named(Path path) {
      return root.resolve(real.relativize(path));
    }
  }
}
