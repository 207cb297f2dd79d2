package dev.sealconf.session.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A git repository, found by reading its files. It does not start git, which would run programs
 * that the repository's configuration names.
 *
 * @param top the top of its work tree
 * @param own the folder of its index
 * @param shared the folder of its {@code info/exclude}; differs from {@code own} only in a linked
 *     work tree
 */
record GitFolder(Path top, Path own, Path shared) {
  private static final String NAME = ".git";
  private static final String LINK = "gitdir: ";
  private static final int LONGEST_LINK = 4096;

  /** Returns the repository that contains a folder. */
  static Optional<GitFolder> around(Path folder) {
    for (Path top = folder; top != null; top = top.getParent()) {
      Optional<Path> own = at(top);
      if (own.isPresent()) {
        Path shared =
            text(own.get().resolve("commondir")).map(own.get()::resolve).orElse(own.get());
        return Optional.of(new GitFolder(top, own.get(), shared.normalize()));
      }
    }
    return Optional.empty();
  }

  /** Returns whether a folder is the top of a repository, with a work tree or bare. */
  static boolean isTop(Path folder) {
    return Files.exists(folder.resolve(NAME), LinkOption.NOFOLLOW_LINKS)
        || Files.isRegularFile(folder.resolve("HEAD"))
            && Files.isDirectory(folder.resolve("objects"))
            && Files.isDirectory(folder.resolve("refs"));
  }

  private static Optional<Path> at(Path top) {
    Path git = top.resolve(NAME);
    if (Files.isDirectory(git)) {
      return Files.exists(git.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(git)
          : Optional.empty();
    }
    return text(git)
        .filter(text -> text.startsWith(LINK))
        .map(text -> top.resolve(text.substring(LINK.length())).normalize());
  }

  private static Optional<String> text(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LONGEST_LINK
          ? Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
