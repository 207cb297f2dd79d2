package dev.sealconf.git.protection;

import dev.sealconf.git.repository.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the work trees that share a repository's settings with the current one. */
public final class OtherWorkTrees {
  private static final String LINKED = "worktrees";
  private static final String LINK_BACK = "gitdir";

  private OtherWorkTrees() {}

  /**
   * Returns those that exist and are not locked.
   *
   * @return the top of each; for the main work tree, the repository's folder
   */
  public static List<Path> unlocked(Repository repository) {
    Path shared = repository.sharedFolder();
    List<Path> unlocked = new ArrayList<>();
    if (!repository.gitFolder().equals(shared)
        && Files.exists(shared.resolve("index"))
        && !locked(repository, shared)) {
      unlocked.add(shared);
    }
    for (Path folder : linked(shared)) {
      if (!folder.equals(repository.gitFolder()) && !locked(repository, folder)) {
        top(folder).filter(Files::isDirectory).ifPresent(unlocked::add);
      }
    }
    return unlocked;
  }

  private static boolean locked(Repository repository, Path gitFolder) {
    return Files.exists(gitFolder.resolve(repository.lockFile().getFileName()));
  }

  private static List<Path> linked(Path shared) {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(shared.resolve(LINKED))) {
      all.forEach(folders::add);
    } catch (IOException | DirectoryIteratorException e) {
      return folders; // there are none
    }
    return folders;
  }

  /** A linked work tree's folder in the repository has the path of the file that leads to it. */
  private static Optional<Path> top(Path folder) {
    try {
      String back = Files.readString(folder.resolve(LINK_BACK), StandardCharsets.UTF_8).strip();
      return Optional.ofNullable(folder.resolve(back).normalize().getParent());
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
