package dev.sealconf.session.folder;

import dev.sealconf.io.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What git ignores on a walk through a folder: by the {@code .gitignore} files from the top of the
 * repository down, {@code info/exclude} and the user's {@code git/ignore}. Tracked files are never
 * ignored. Outside of repositories the {@code .gitignore} files from the working directory down
 * count, or from the folder itself.
 */
final class IgnoreRules {
  private static final String NAME = ".gitignore";

  private final Optional<GitFolder> repository;
  private final Path top;
  private final Deque<IgnoreFile> files = new ArrayDeque<>();
  private TrackedFiles tracked;

  /**
   * For a walk that starts at {@code root}, a real path; its own rules come with {@link #enter}.
   */
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

  /** Takes in the rules of a folder, before what is in it. */
  void enter(Path folder) {
    String path = path(folder);
    files.push(IgnoreFile.read(path.isEmpty() ? "" : path + "/", folder.resolve(NAME)));
  }

  /** Drops the rules of the folder that was entered last. */
  void leave() {
    files.pop();
  }

  /** Whether a file or folder in the folder that was entered last is ignored by a rule. */
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

  /** Whether git tracks it, or for a folder something in it, so that a rule does not count. */
  boolean tracks(Path file, boolean folder) {
    if (repository.isEmpty()) {
      return false;
    }
    if (tracked == null) {
      tracked = TrackedFiles.of(repository.get());
    }
    return tracked.contain(path(file), folder);
  }

  /** The path from the top with slashes, its bytes as chars. */
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
