package dev.sealconf.exec.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.exec.variable.Variable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotationTest {

  private static Variable variable(String name, String value) {
    return new Variable(name, TreePath.ROOT, value.getBytes(StandardCharsets.UTF_8), true);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1A", "A-B", "A B", "A;id", "É", "A'B"})
  void refusesNamesThatAShellCantHave(String name) {
    for (String notation :
        List.of("bash", "fish", "pwsh", "dotenv", "docker", "github", "gitlab")) {
      assertThatThrownBy(
              () ->
                  new Notations()
                      .named(notation)
                      .write(List.of(variable(name, "hidden")), List.of()))
          .isInstanceOf(OutputFailure.NotRepresentable.class)
          .hasMessageContaining("a name may have only letters")
          .hasMessageNotContaining("hidden");
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "dotenv, \"a\nb\", line break",
        "dotenv, \" a\", white space",
        "dotenv, \"'a'\", quote",
        "dotenv, a#b, takes for a comment",
        "dotenv, \"a${b}\", takes for a variable",
        "docker, \"a\nb\", line break",
        "docker, \"a\r\", line break",
        "gitlab, \"a\rb\", line break",
        "gitlab, \"a \", white space",
        "pwsh, \"\", would remove the variable",
      })
  void saysWhatAReaderCantRead(String notation, String value, String why) {
    assertThatThrownBy(
            () ->
                new Notations().named(notation).write(List.of(variable("TOKEN", value)), List.of()))
        .isInstanceOf(OutputFailure.NotRepresentable.class)
        .hasMessageContaining("'TOKEN' can't be written for")
        .hasMessageContaining(why);
  }

  @Test
  void gitlabReadsFiveKibibytes() {
    assertThatThrownBy(
            () -> new GitlabNotation().write(List.of(variable("A", "x".repeat(6000))), List.of()))
        .hasMessageContaining("GitLab reads at most 5120");
  }

  @Test
  void aGithubStepCantSetVariablesOfTheRunner() {
    for (String name : List.of("GITHUB_TOKEN", "RUNNER_TEMP", "NODE_OPTIONS")) {
      assertThatThrownBy(() -> new GithubNotation().write(List.of(variable(name, "x")), List.of()))
          .hasMessageContaining("GitHub doesn't let a step set this variable");
    }
  }

  @Test
  void aGithubValueCantEndItself() {
    String value = "a\nsealconf_end_of_value\nPATH<<x\n/evil\nx";
    assertThat(text(new GithubNotation().write(List.of(variable("A", value)), List.of())))
        .isEqualTo("A<<sealconf_end_of_value_1\n" + value + "\nsealconf_end_of_value_1\n");
  }

  @Test
  void masksEachLineAndDerivedFormOfASecret() {
    String masks =
        text(
            new GithubNotation()
                .announcement(
                    List.of(
                        variable("KEY", "first line\nsecond 100% line"),
                        variable("PIN", "1234"),
                        variable("ON", "yes"),
                        new Variable(
                            "CLEAR",
                            TreePath.ROOT,
                            "clear text".getBytes(StandardCharsets.UTF_8),
                            false))));
    assertThat(masks.lines())
        .allMatch(line -> line.startsWith("::add-mask::"))
        .contains(
            "::add-mask::first line%0Asecond 100%25 line",
            "::add-mask::first line",
            "::add-mask::second 100%25 line",
            "::add-mask::Zmlyc3QgbGluZ",
            "::add-mask::1234")
        .noneMatch(line -> line.contains("clear text") || line.endsWith("::yes"));
  }

  @Test
  void direnvWatchesTheFiles() {
    assertThat(
            text(
                new DirenvNotation()
                    .write(List.of(variable("A", "x")), List.of(Path.of("/a/it's.yaml")))))
        .isEqualTo("watch_file '/a/it'\\''s.yaml'\nexport A='x'\n");
  }

  @Test
  void suggestsTheNearestFormat() {
    assertThatThrownBy(() -> new Notations().named("bsh"))
        .isInstanceOf(UsageFailure.Mistake.class)
        .extracting(e -> ((UsageFailure.Mistake) e).hints().get(0))
        .isEqualTo("did you mean --format bash?");
  }
}
