package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.error.SealconfException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published test collections: a file comes back as it was, or is refused by name. */
class CollectionsTest {
  /**
   * Refused here, read by SOPS: tabs inside a plain scalar of several lines, an alias as a key
   * whose anchor is sealed, and plain text in brackets and names of anchors that SOPS reads
   * otherwise than YAML says ({@code docs/compatibility.md §differences}).
   */
  private static final Set<String> REFUSED =
      Set.of(
          "NB6Z-0.yaml",
          "UV7Q-0.yaml",
          "26DV-0.yaml",
          "E76Z-0.yaml",
          "4ABK-0.yaml",
          "652Z-0.yaml",
          "Y2GN-0.yaml");

  @TempDir Path folder;

  @Test
  void yamlTestSuiteComesBackOrIsRefused() {
    List<Sample> all = yamlSuite();
    List<Sample> valid = all.stream().filter(s -> !s.name().contains(".error.")).toList();
    assertThat(valid).hasSizeGreaterThan(300);
    InParallel.each(all, CollectionsTest::comesBackOrIsRefused);
    long opened = valid.stream().filter(CollectionsTest::comesBackOrIsRefused).count();
    assertThat(opened).as("cases with a map at the top").isGreaterThan(100);
  }

  @Test
  void readsEverythingInTheYamlTestSuiteThatSopsReads() {
    Sops sops = new Sops(Peers.SOPS_3_13, folder);
    InParallel.each(
        yamlSuite(),
        sample -> {
          Sops.Result theirs = sops.encrypt(sample, Rule.DEFAULT);
          if (theirs.exit() == 0 && !sample.name().contains(".error.")) {
            assertThat(comesBackOrIsRefused(sample)).isEqualTo(!REFUSED.contains(sample.name()));
          }
        });
  }

  @Test
  void jsonTestSuiteComesBackOrIsRefused() {
    List<Sample> all = samples(Peers.JSON_SUITE.path(), "json");
    assertThat(all).hasSizeGreaterThan(300);
    InParallel.each(all, CollectionsTest::comesBackOrIsRefused);
    Set<String> duplicates =
        Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");
    assertThat(all)
        .filteredOn(s -> s.name().startsWith("y_") && startsAsObject(s))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            s ->
                assertThat(comesBackOrIsRefused(s))
                    .as(s.name())
                    .isEqualTo(!duplicates.contains(s.name())));
    assertThat(all)
        .filteredOn(s -> s.name().startsWith("n_"))
        .allSatisfy(s -> assertThat(comesBackOrIsRefused(s)).as(s.name()).isFalse());
  }

  private static List<Sample> yamlSuite() {
    return samples(Peers.YAML_SUITE.path(), "yaml");
  }

  private static boolean startsAsObject(Sample sample) {
    return new String(sample.bytes(), StandardCharsets.UTF_8).stripLeading().startsWith("{");
  }

  /** Whether it was encrypted; then what is decrypted must be the same. */
  private static boolean comesBackOrIsRefused(Sample sample) {
    Bench bench = Bench.seeded(1);
    byte[] sealed;
    try {
      sealed = bench.encrypt(sample, Rule.DEFAULT);
    } catch (SealconfException e) {
      assertThat(ExitCode.of(e).number()).as(e.getMessage()).isIn(2, 23, 92, 203);
      return false;
    }
    byte[] back = bench.decrypt(sealed, sample.documentFormat());
    assertThat(back).isEqualTo(sample.bytes());
    return true;
  }

  private static List<Sample> samples(Path suite, String format) {
    try (Stream<Path> files = Files.list(suite)) {
      return files.sorted().map(f -> sample(f, format)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sample sample(Path file, String format) {
    try {
      return new Sample(file.getFileName().toString(), format, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
