package dev.sealconf.session.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recognizes folders that package managers and build tools fill with other people's files. */
final class InstalledPackages {
  private static final Set<String> NAMES =
      Set.of(
          "node_modules",
          "bower_components",
          "jspm_packages",
          "site-packages",
          "__pycache__",
          "Pods");

  /**
   * Maps a folder name that people also use for other things to files that show that it is such a
   * folder.
   */
  private static final Map<String, List<String>> MARKS =
      Map.of("vendor", List.of("modules.txt", "autoload.php", "bundle"));

  /** Marks a Python environment, or a cache by the convention of bford.info/cachedir. */
  private static final List<String> MARKS_ANYWHERE = List.of("pyvenv.cfg", "CACHEDIR.TAG");

  private InstalledPackages() {}

  /** Returns whether a folder holds installed packages. */
  static boolean in(Path folder) {
    String name = folder.getFileName().toString();
    return NAMES.contains(name)
        || has(folder, MARKS.getOrDefault(name, List.of()))
        || has(folder, MARKS_ANYWHERE);
  }

  private static boolean has(Path folder, List<String> marks) {
    return marks.stream().anyMatch(mark -> Files.exists(folder.resolve(mark)));
  }
}
