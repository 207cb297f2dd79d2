package dev.sealconf.session.folder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "*.yaml, a.yaml, true",
    "*.yaml, a/b.yaml, false",
    "a/**/b, a/b, true",
    "a/**/b, a/x/y/b, true",
    "a/**/b, a/xb, false",
    "**/b, b, true",
    "a**b, a/b, false",
    "a/**, a/b/c, true",
    "?, /, false",
    "[!a], b, true",
    "[!a], /, false",
    "[a-c]x, bx, true",
    "[c-a]x, bx, false",
    "[]a]x, ]x, true",
    "[[:digit:]]x, 7x, true",
    "[[:nope:]]x, 7x, false",
    "[a, a, false",
    "[a, [a, false",
    "\\*, *, true",
    "\\*, a, false",
    "a\\, a\\, false",
  })
  void matches(String pattern, String text, boolean expected) {
    assertThat(new Glob(pattern).matches(text)).isEqualTo(expected);
  }

  /** A matcher that goes back after each star would not end before the sun does. */
  @Test
  void isNotSlowerWithManyStars() {
    Glob glob = new Glob("*a".repeat(200) + "b");
    assertThat(glob.matches("a".repeat(5000))).isFalse();
  }
}
