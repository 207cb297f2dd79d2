package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.GnupgHome;
import dev.sealconf.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the functional tests that the SOPS project wrote for {@code sops} against the packaged
 * program under that name. Those that fail must be the ones that {@code docs/compatibility.md}
 * §SOPS's own tests lists with a reason.
 */
class SopsOwnTestsIT {
  private static final Path DISTRIBUTION =
      Path.of(System.getProperty("sealconf.distribution", "target/sealconf")).toAbsolutePath();
  private static final Pattern RESULT = Pattern.compile("^test tests::(\\w+) \\.\\.\\. (\\w+)$");
  private static final Pattern LISTED = Pattern.compile("^\\| `(\\w+)` \\|");
  private static final String HEADING = "## SOPS's own tests";
  private static final int TESTS = 41;

  @TempDir Path folder;

  @Test
  void onlyTheListedTestsFail() throws IOException, InterruptedException {
    Path suite = Peers.SOPS_OWN_TESTS.path();
    Path work = copyOf(suite.resolve("functional-tests"));
    Files.createSymbolicLink(work.resolve("sops"), DISTRIBUTION.resolve("libexec/sops/sops"));
    Map<String, String> results = new TreeMap<>();
    String key = suite.resolve("sops_functional_tests_key.asc").toAbsolutePath().toString();
    try (GnupgHome gnupg = GnupgHome.with(key);
        Moto moto = new Moto()) {
      Map<String, String> environment = new TreeMap<>(moto.environment());
      environment.put("FUNCTIONAL_TEST_KMS_ARN", moto.key("us-east-1"));
      environment.put("GNUPGHOME", gnupg.path());
      results.putAll(run(work, environment));
    } finally {
      Files.delete(work.resolve("sops"));
    }
    assertThat(results).hasSize(TESTS);
    assertThat(named(results, "ok"))
        .as("passing; all: %s", results)
        .doesNotContainAnyElementsOf(listed());
    assertThat(named(results, "FAILED")).isEqualTo(listed());
  }

  /** A copy without the sources: the tests write beside themselves. */
  private Path copyOf(Path suite) throws IOException {
    Path copy = Files.createDirectories(folder.resolve("functional-tests"));
    Files.createDirectory(copy.resolve("res"));
    for (String file : List.of("suite", ".sops.yaml")) {
      Files.copy(suite.resolve(file), copy.resolve(file));
    }
    try (Stream<Path> files = Files.list(suite.resolve("res"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve("res").resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private Map<String, String> run(Path work, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(
            work.resolve("suite").toString(), "--include-ignored", "--test-threads", "2");
    builder.environment().keySet().removeIf(SopsOwnTestsIT::changesSops);
    builder.environment().putAll(environment);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("SEALCONF_NO_CACHE", "1");
    builder.directory(work.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.start().waitFor();
    Map<String, String> results = new TreeMap<>();
    for (String line : Files.readAllLines(output)) {
      RESULT.matcher(line).results().forEach(r -> results.put(r.group(1), r.group(2)));
    }
    assertThat(results).as(Files.readString(output)).isNotEmpty();
    return results;
  }

  private static boolean changesSops(String variable) {
    return variable.startsWith("SOPS_")
        || variable.startsWith("AWS_")
        || variable.startsWith("XDG_");
  }

  private static TreeSet<String> named(Map<String, String> results, String result) {
    TreeSet<String> names = new TreeSet<>(results.keySet());
    names.removeIf(name -> !results.get(name).equals(result));
    return names;
  }

  private static TreeSet<String> listed() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("docs/compatibility.md"));
    assertThat(lines).contains(HEADING);
    TreeSet<String> names = new TreeSet<>();
    lines.subList(lines.indexOf(HEADING) + 1, lines.size()).stream()
        .takeWhile(line -> !line.startsWith("## "))
        .forEach(line -> LISTED.matcher(line).results().forEach(r -> names.add(r.group(1))));
    return names;
  }
}
