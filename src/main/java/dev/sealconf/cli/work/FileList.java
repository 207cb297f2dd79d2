package dev.sealconf.cli.work;

import dev.sealconf.io.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The files that the words of a command line mean, each once.
 *
 * @param names as a user would type them: as given, or below the folder that was given
 * @param hasFolders whether one of the words was a folder
 */
public record FileList(List<String> names, boolean hasFolders) {

  /**
   * The files themselves, and those in folders that are wanted. Says so if there are none.
   *
   * @throws dev.sealconf.error.SealconfException with 2 if a folder can't be read
   */
  public static FileList of(World world, List<String> words, Predicate<Path> wanted) {
    Map<Path, String> files = new LinkedHashMap<>();
    boolean folders = false;
    for (String word : words) {
      Path path = world.resolve(word);
      if (Files.isDirectory(path)) {
        folders = true;
        new FolderWalk(path)
            .files(wanted)
            .forEach(file -> files.putIfAbsent(file, shown(word, path, file)));
      } else {
        files.putIfAbsent(path, word);
      }
    }
    if (files.isEmpty()) {
      world.err().println("nothing to do: no file in there is meant by this command");
    }
    return new FileList(List.copyOf(files.values()), folders);
  }

  /** Whether one file was named, and nothing else. */
  public boolean isSingle() {
    return names.size() == 1 && !hasFolders;
  }

  private static String shown(String folder, Path root, Path file) {
    return Path.of(folder).resolve(root.relativize(file)).normalize().toString();
  }
}
