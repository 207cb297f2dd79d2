package dev.sealconf.git.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.git.setup.TestRepository.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributesTest {
  private static final String NEVER_FILTERED =
      """
      .gitattributes !filter !diff !merge !text
      .sops.yaml !filter !diff !merge !text
      """;

  @TempDir Path folder;
  private TestRepository repository;

  @BeforeEach
  void makeRepository() throws IOException {
    repository = TestRepository.in(folder);
  }

  private Result install(String... more) {
    List<String> words = new ArrayList<>(List.of("git", "install", "--program", "sealconf"));
    words.addAll(List.of(more));
    return repository.sealconf(words.toArray(String[]::new));
  }

  @Test
  void addsALineForEachPattern() throws IOException {
    assertThat(install("--transparent", "secrets/**", "the *.env").exit()).isZero();

    assertThat(repository.text(".gitattributes"))
        .isEqualTo(
            """
            secrets/** filter=sealconf diff=sealconf merge=sealconf -text
            "the *.env" filter=sealconf diff=sealconf merge=sealconf -text
            """
                + NEVER_FILTERED);
    assertThat(attribute("filter", "secrets/a/b.yaml")).isEqualTo("sealconf");
    assertThat(attribute("filter", "the new.env")).isEqualTo("sealconf");
    assertThat(attribute("filter", "secrets/.gitattributes")).isEqualTo("unspecified");
  }

  @Test
  void keepsWhatIsThereAndAddsPatternsBeforeTheFilesThatAreNeverFiltered() throws IOException {
    repository.write(".gitattributes", "*.png binary\r\n");
    install("--sealed", "*.enc.yaml");
    install("--transparent", "*");

    assertThat(repository.text(".gitattributes"))
        .isEqualTo(
            ("""
            *.png binary
            *.enc.yaml diff=sealconf merge=sealconf -text
            * filter=sealconf diff=sealconf merge=sealconf -text
            """
                    + NEVER_FILTERED)
                .replace("\n", "\r\n"));
    assertThat(attribute("filter", ".sops.yaml")).isEqualTo("unspecified");
  }

  @Test
  void takesThePatternsFromTheRules() throws IOException {
    repository.withRule("^secrets/.*\\.yaml$");

    assertThat(install("--transparent").out())
        .contains("  secrets/**/*.yaml filter=sealconf diff=sealconf merge=sealconf -text\n");
    assertThat(attribute("filter", "secrets/a.yaml")).isEqualTo("sealconf");
  }

  @Test
  void saysWhichRuleHasNoPattern() throws IOException {
    repository.withRule(".*");

    Result result = install("--sealed");

    assertThat(result.out())
        .contains("Rule 1 of .sops.yaml has no pattern for .gitattributes.")
        .contains("  sealconf git install --sealed 'secrets/**'\n");
    assertThat(repository.top().resolve(".gitattributes")).doesNotExist();
  }

  @Test
  void refusesPatternsThatItWouldNotUse() {
    assertThat(install("secrets/**").err()).contains("a pattern needs --transparent or --sealed");
    assertThat(install("--global", "--sealed", "a").err()).contains("--global sets up no files");
    assertThat(install("--transparent", "--sealed").err()).contains("can't be used together");
  }

  private String attribute(String name, String path) {
    String printed = repository.git("check-attr", name, "--", path).strip();
    return printed.substring(printed.lastIndexOf(' ') + 1);
  }
}
