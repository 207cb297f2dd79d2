package dev.sealconf.envelope.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulePatternTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a{1000}){1000}",
        "((a{100}){100}){100}",
        "(?:(b{2,30}){40}|c)",
        "([^]{9}]{50}){50}",
        "(((((((((((x{2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}"
      })
  void refusesRepetitionsThatMultiply(String expression) {
    assertThatThrownBy(() -> RulePattern.compile(expression))
        .isInstanceOf(PatternSyntaxException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^a{1000}$",
        "(a{10}){100}",
        "(a{30}|b{30})",
        "[{1000}]{1000}",
        "(a\\{1000}){1000}",
        "(a{,5}){1000}",
        "([[:alpha:]{9000}]){2}",
        "a{",
        "a{x}",
        "(ab){5,}"
      })
  void acceptsWhatSopsAccepts(String expression) {
    assertThat(RulePattern.compile(expression).pattern()).isEqualTo(expression);
  }
}
