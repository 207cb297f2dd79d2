package dev.sealconf.git.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitArgumentsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-m x",
        "-mall",
        "-q -m -a",
        "--message all",
        "--message=x --amend --no-edit",
        "-v -s",
        "--author a -F message",
        "-C HEAD",
        "--"
      })
  void withoutFilesOnlyTheIndexCounts(String arguments) {
    assertThat(CommitArguments.takeFiles(List.of(words(arguments)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-a",
        "-am x",
        "-qam x",
        "--all",
        "-m x app.yaml",
        "-i app.yaml",
        "-o app.yaml",
        "-m x -- b",
        "--pathspec-from-file=list",
        "--amend app.yaml"
      })
  void filesOfTheWorkTreeCount(String arguments) {
    assertThat(CommitArguments.takeFiles(List.of(words(arguments)))).isTrue();
  }

  private static String[] words(String arguments) {
    return arguments.isEmpty() ? new String[0] : arguments.split(" ");
  }
}
