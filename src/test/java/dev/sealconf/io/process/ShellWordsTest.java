package dev.sealconf.io.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShellWordsTest {

  @Test
  void splitsAtWhiteSpaceOutsideQuotes() {
    assertThat(words(" pass  show\tage\n")).containsExactly("pass", "show", "age");
    assertThat(words("a 'b c' \"d e\"f''")).containsExactly("a", "b c", "d ef");
    assertThat(words("'' \"\"")).containsExactly("", "");
    assertThat(words("")).isEmpty();
  }

  @Test
  void aBackslashEscapesTheNextCharacterExceptInSingleQuotes() {
    assertThat(words("a\\ b \"c\\\"d\" 'e\\f'")).containsExactly("a b", "c\"d", "e\\f");
  }

  @Test
  void aNumberSignStartsACommentOnlyAtTheStartOfAWord() {
    assertThat(words("a#b # c\nd")).containsExactly("a#b", "d");
  }

  @Test
  void shellSyntaxIsPlainText() {
    assertThat(words("a;b $(c) `d` | e > f"))
        .containsExactly("a;b", "$(c)", "`d`", "|", "e", ">", "f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a", "\"a", "a\\", "\"a\\"})
  void refusesUnclosedInput(String text) {
    assertThat(ShellWords.split(text)).isEqualTo(Optional.empty());
  }

  private static List<String> words(String text) {
    return ShellWords.split(text).orElseThrow();
  }
}
