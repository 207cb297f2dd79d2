package dev.sealconf.session.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Folders that package managers and build tools fill with the work of others. */
final class InstalledPackages {
  private static final Set<String> NAMES =
      Set.of(
          "node_modules",
          "bower_components",
          "jspm_packages",
          "site-packages",
          "__pycache__",
          "Pods");

  /** What tells that a folder of a name that people use for other things is one of these. */
  private static final Map<String, List<String>> MARKS =
      Map.of("vendor", List.of("modules.txt", "autoload.php", "bundle"));

  /** A Python environment; a cache by the convention of bford.info/cachedir. */
  private static final List<String> MARKS_ANYWHERE = List.of("pyvenv.cfg", "CACHEDIR.TAG");

  private InstalledPackages() {}

  /** Whether a folder is one of these. */
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
