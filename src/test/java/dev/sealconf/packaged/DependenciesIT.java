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
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_-]+)` \\| ([0-9.]+) \\|");

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
    double size = bytes / 1048576.0;
    return String.format(Locale.ROOT, size < 0.05 ? "%.2f" : "%.1f", size);
  }
}
