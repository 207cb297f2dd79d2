package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/dependencies.md} to the jars that are shipped. */
class DependenciesIT {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z0-9_-]+)` \\| (\\d+[.]\\d+) \\|");

  private static final double MEBIBYTE = 1048576.0;
  private static final Pattern FOLDER =
      Pattern.compile("(?m)^\\| `(keyservice|providers/[a-z_]+)` \\| (\\d+) \\| (\\d+) \\|");

  @Test
  void everyClientFolderHasALineWithItsSizeAndJars() throws IOException {
    List<MatchResult> rows =
        FOLDER.matcher(Files.readString(Path.of("docs/dependencies.md"))).results().toList();

    assertThat(rows).extracting(row -> row.group(1)).containsExactlyInAnyOrderElementsOf(folders());
    for (MatchResult row : rows) {
      List<Path> jars = jars(Packaged.DISTRIBUTION.resolve("lib").resolve(row.group(1)));
      long bytes = jars.stream().mapToLong(jar -> jar.toFile().length()).sum();
      assertThat(jars).as(row.group(1)).hasSize(Integer.parseInt(row.group(3)));
      assertThat(Math.round(bytes / MEBIBYTE))
          .as(row.group(1))
          .isEqualTo(Long.parseLong(row.group(2)));
    }
  }

  private static List<String> folders() throws IOException {
    try (Stream<Path> providers = Files.list(Packaged.DISTRIBUTION.resolve("lib/providers"))) {
      Stream<String> names = providers.map(folder -> "providers/" + folder.getFileName());
      return Stream.concat(names, Stream.of("keyservice")).toList();
    }
  }

  /** The jars of a folder that are not ours. */
  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(jar -> !jar.getFileName().toString().startsWith("sealconf-")).toList();
    }
  }

  @Test
  void everyJarHasALineWithItsSize() throws IOException {
    List<String> lines =
        ROW.matcher(Files.readString(Path.of("docs/dependencies.md")))
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .toList();

    assertThat(lines).containsExactlyInAnyOrderElementsOf(jars());
  }

  /** The jars that the program's own names; a folder that was built before may hold others. */
  private static List<String> jars() throws IOException {
    Path lib = Packaged.DISTRIBUTION.resolve("lib");
    try (JarFile program = new JarFile(lib.resolve("sealconf.jar").toFile())) {
      String names = program.getManifest().getMainAttributes().getValue("Class-Path");
      return Stream.of(names.split(" ")).map(lib::resolve).map(DependenciesIT::line).toList();
    }
  }

  private static String line(Path jar) {
    MatchResult name =
        Pattern.compile("(.+?)-[0-9][0-9.]*\\.jar")
            .matcher(jar.getFileName().toString())
            .results()
            .findFirst()
            .orElseThrow();
    return name.group(1) + " " + mebibytes(jar.toFile().length());
  }

  /** To a tenth, or to a hundredth below that. */
  private static String mebibytes(long bytes) {
    double size = bytes / MEBIBYTE;
    return String.format(Locale.ROOT, size < 0.05 ? "%.2f" : "%.1f", size);
  }
}
