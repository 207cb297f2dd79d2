package dev.sealconf.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreePathsTest {

  @Test
  void readsKeysAndPositions() {
    TreePath path = TreePaths.parse("[\"a b\"]['c'][3]", UsageFailure.InvalidPath::new);
    assertThat(path.steps())
        .isEqualTo(List.of(new TreePath.Key("a b"), new TreePath.Key("c"), new TreePath.Index(3)));
  }

  @Test
  void anEmptyPathIsTheWholeFile() {
    assertThat(TreePaths.parse("", UsageFailure.InvalidPath::new)).isEqualTo(TreePath.ROOT);
  }

  @Test
  void readsDigitsInQuotesAsAKey() {
    assertThat(TreePaths.parse("[\"0\"]", UsageFailure.InvalidPath::new).steps())
        .isEqualTo(List.of(new TreePath.Key("0")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "[a]", "[\"a\"", "[\"a]", "[\"]", "[-1]", "[1x]", "[99999999999]", "[]"})
  void refusesMalformedPaths(String text) {
    assertThatThrownBy(() -> TreePaths.parse(text, UsageFailure.InvalidValue::new))
        .isInstanceOfSatisfying(
            SealconfException.class,
            e -> assertThat(ExitCode.of(e)).isEqualTo(ExitCode.INVALID_SET_FORMAT));
  }
}
