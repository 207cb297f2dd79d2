package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which classes and libraries a command loads, and what it must not load ({@code
 * docs/dependencies.md}).
 */
class StartIT {
  private static final String CACHE_LOADS_ALL =
      "an ahead-of-time cache loads all that it holds, needed or not";

  /** Each of these costs a start more than opening the file does. */
  private static final List<String> TOO_EXPENSIVE =
      List.of(
          "javax.crypto.",
          "com.sun.crypto.provider.",
          "tools.jackson.databind.",
          "com.google.crypto.tink.",
          "com.google.protobuf.",
          "java.net.http.",
          "java.lang.runtime.ObjectMethods ");

  private static final String WITHOUT_ARCHIVE = "-Xshare:off ";

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `sealconf (.+?)` \\| (.*) \\|$");
  private static final Pattern LIBRARY = Pattern.compile("`([a-z0-9_-]+)`");
  private static final Pattern SOURCE = Pattern.compile("source: .*/lib/([^/]+?)-[0-9][^/]*\\.jar");

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(strings = {"plain.yaml", "plain.json", "plain.env", "plain.ini"})
  @EnabledForJreRange(max = JRE.JAVA_24, disabledReason = CACHE_LOADS_ALL)
  void opensASmallFileWithoutWhatIsExpensive(String name) throws Exception {
    Packaged sealconf = inFolder();
    assertThat(sealconf.run("encrypt", "-i", name).exit()).isZero();

    List<String> loaded = loaded(sealconf, "", "decrypt", name);
    assertThat(loaded).anyMatch(line -> line.contains("dev.sealconf.envelope.Opening "));
    assertThat(loaded).noneMatch(line -> TOO_EXPENSIVE.stream().anyMatch(line::contains));
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_24, disabledReason = CACHE_LOADS_ALL)
  void encryptsAndSetsWithoutWhatIsExpensive() throws Exception {
    Packaged sealconf = inFolder();
    List<String> loaded = loaded(sealconf, "", "encrypt", "-i", "plain.yaml");
    loaded.addAll(loaded(sealconf, "", "set", "plain.yaml", "[\"key\"]", "\"other\""));

    assertThat(loaded).anyMatch(line -> line.contains("dev.sealconf.envelope.Sealing "));
    assertThat(loaded).noneMatch(line -> TOO_EXPENSIVE.stream().anyMatch(line::contains));
  }

  @Test
  void theClassLogShowsWhatIsLoaded() throws Exception {
    assertThat(loaded(inFolder(), "", "encrypt", "plain.yaml"))
        .anyMatch(line -> line.contains("org.bouncycastle.crypto.engines."));
  }

  /** The archive is read at each start, so it does not hold what few commands need. */
  @Test
  void theArchiveDoesNotHoldDatabind() throws Exception {
    Packaged sealconf = inFolder();
    assertThat(loaded(sealconf, "", "encrypt", "-i", "plain.yaml"))
        .noneMatch(line -> line.contains(" tools.jackson.databind."));

    assertThat(loaded(sealconf, "", "who", "--json", "plain.yaml"))
        .filteredOn(line -> line.contains(" tools.jackson.databind."))
        .isNotEmpty()
        .noneMatch(line -> line.contains("shared objects file"));
  }

  /** Many files keep the spelling of a value, which is JSON. */
  @Test
  void theArchiveHoldsTheJsonOfSpellings() throws Exception {
    Packaged sealconf = inFolder();
    assertThat(sealconf.run("encrypt", "-i", "spelled.yaml").exit()).isZero();

    assertThat(loaded(sealconf, "", "decrypt", "spelled.yaml"))
        .filteredOn(line -> line.contains(" tools.jackson.core.json."))
        .isNotEmpty()
        .allMatch(line -> line.contains("shared objects file"));
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_24, disabledReason = CACHE_LOADS_ALL)
  void eachCommandLoadsTheLibrariesThatTheTableNames() throws Exception {
    Packaged sealconf = inFolder();
    List<MatchResult> rows =
        ROW.matcher(Files.readString(Path.of("docs/dependencies.md"))).results().toList();

    assertThat(rows).hasSizeGreaterThan(5);
    for (MatchResult row : rows) {
      String[] words = row.group(1).replace("'", "").split(" ");
      Set<String> loaded = new TreeSet<>();
      for (String line : loaded(sealconf, WITHOUT_ARCHIVE, words)) {
        SOURCE.matcher(line).results().map(found -> found.group(1)).forEach(loaded::add);
      }
      assertThat(loaded)
          .as(row.group(1))
          .containsExactlyInAnyOrderElementsOf(
              LIBRARY.matcher(row.group(2)).results().map(found -> found.group(1)).toList());
    }
  }

  /** Runs the command, which has to succeed, and returns a line for each class that it loaded. */
  private List<String> loaded(Packaged sealconf, String options, String... words)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile(root, "classes", ".log");
    Result result =
        sealconf.with("SEALCONF_JAVA_OPTIONS", options + "-Xlog:class+load:file=" + log).run(words);
    assertThat(result.exit()).as(result.err()).isZero();
    return new ArrayList<>(Files.readAllLines(log));
  }

  /** A working folder with the files that the tests and the table name. */
  private Packaged inFolder() throws IOException {
    Path folder = Files.createDirectories(root.toRealPath().resolve("work"));
    Files.writeString(folder.resolve("plain.yaml"), "key: value\nlist: [1, 2]\n");
    Files.writeString(folder.resolve("plain.json"), "{\"key\": \"value\"}\n");
    Files.writeString(folder.resolve("plain.env"), "KEY=value\n");
    Files.writeString(folder.resolve("plain.ini"), "[section]\nkey = value\n");
    Files.writeString(folder.resolve("spelled.yaml"), "mode: 0x1F\n");
    return new Packaged(folder).withKey();
  }
}
