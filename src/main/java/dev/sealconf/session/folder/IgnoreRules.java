package dev.sealconf.session.folder;

import dev.sealconf.io.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What git ignores during a walk through a folder: by the {@code .gitignore} files from the top of
 * the repository down, {@code info/exclude} and the user's {@code git/ignore}. Tracked files are
 * never ignored. Outside a repository, the {@code .gitignore} files from the working directory down
 * apply, or from the folder itself.
 */
final class IgnoreRules {
  private static final String NAME = ".gitignore";

  private final Optional<GitFolder> repository;
  private final Path top;
  private final Deque<IgnoreFile> files = new ArrayDeque<>();
  private TrackedFiles tracked;

  /** Starts at {@code root}, a real path. {@link #enter} adds the root's own rules. */
  IgnoreRules(World world, Path root) {
    repository = GitFolder.around(root);
    top = repository.map(GitFolder::top).orElseGet(() -> above(world, root));
    repository.ifPresent(
        git -> {
          userFile(world).ifPresent(file -> files.push(IgnoreFile.read("", file)));
          files.push(IgnoreFile.read("", git.shared().resolve("info").resolve("exclude")));
        });
    Deque<Path> above = new ArrayDeque<>();
    for (Path folder = root; !folder.equals(top); folder = folder.getParent()) {
      above.push(folder.getParent());
    }
    above.forEach(this::enter);
  }

  /** Adds the rules of a folder. Call it before visiting the folder's content. */
  void enter(Path folder) {
    String path = path(folder);
    files.push(IgnoreFile.read(path.isEmpty() ? "" : path + "/", folder.resolve(NAME)));
  }

  /** Removes the rules of the folder that was entered last. */
  void leave() {
    files.pop();
  }

  /** Returns whether a rule ignores a file or folder in the folder that was entered last. */
  boolean ignores(Path file, boolean folder) {
    String path = path(file);
    for (IgnoreFile rules : files) {
      Optional<Boolean> ignored = rules.ignores(path, folder);
      if (ignored.isPresent()) {
        return ignored.get();
      }
    }
    return false;
  }

  /** Returns whether git tracks a file, or something in a folder, so that the rules don't apply. */
  boolean tracks(Path file, boolean folder) {
    if (repository.isEmpty()) {
      return false;
    }
    if (tracked == null) {
      tracked = TrackedFiles.of(repository.get());
    }
    return tracked.contain(path(file), folder);
  }

  /** Returns the path from the top, with slashes and its bytes as chars. */
  private String path(Path file) {
    String path = top.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    return new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static Path above(World world, Path root) {
    try {
      Path directory = world.directory().toRealPath();
      return root.startsWith(directory) ? directory : root;
    } catch (IOException e) {
      return root;
    }
  }

  private static Optional<Path> userFile(World world) {
    return world
        .variable("XDG_CONFIG_HOME")
        .map(world::resolve)
        .or(() -> world.variable("HOME").map(home -> world.resolve(home).resolve(".config")))
        .map(folder -> folder.resolve("git").resolve("ignore"));
  }
}
