package dev.sealconf.io.program;

import dev.sealconf.error.Printable;
import dev.sealconf.error.ProgramFailure;
import dev.sealconf.io.World;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds a program by name or path, as a shell does. */
final class ProgramSearch {
  private ProgramSearch() {}

  /**
   * Returns a program's file: at the path, or in the first absolute folder of {@code path} that
   * contains the name.
   *
   * @param word as typed
   * @param path the value of {@code PATH}
   * @throws ProgramFailure if there is none, or none that is executable
   */
  static Path find(String word, String path, World world) {
    if (word.indexOf('/') >= 0 || word.indexOf(File.separatorChar) >= 0) {
      return executable(resolved(word, world), word);
    }
    Path refused = null;
    for (String folder : path.split(File.pathSeparator)) {
      Path candidate = word.isEmpty() ? null : candidate(folder, word);
      if (candidate != null && Files.isExecutable(candidate)) {
        return candidate;
      }
      refused = refused == null ? candidate : refused;
    }
    if (refused != null) {
      throw notExecutable(word);
    }
    throw new ProgramFailure.Missing("can't find " + Printable.quote(word) + " on the PATH")
        .hint("a program in the working directory is called ./NAME");
  }

  /** Returns whether every folder in a {@code PATH} is absolute. */
  static boolean isAbsolute(String path) {
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (!folder.startsWith(File.separator)) {
        return false;
      }
    }
    return true;
  }

  private static Path candidate(String folder, String word) {
    try {
      Path file = Path.of(folder, word);
      return file.isAbsolute() && Files.isRegularFile(file) ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static Path resolved(String word, World world) {
    try {
      return world.directory().resolve(word);
    } catch (InvalidPathException e) {
      throw new ProgramFailure.Missing(Printable.quote(word) + " can't be the name of a file")
          .from(e);
    }
  }

  private static Path executable(Path file, String word) {
    if (!Files.exists(file)) {
      throw new ProgramFailure.Missing(Printable.quote(word) + " does not exist");
    }
    if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
      throw notExecutable(word);
    }
    return file;
  }

  private static ProgramFailure notExecutable(String word) {
    return new ProgramFailure.NotExecutable(Printable.quote(word) + " can't be executed");
  }
}
