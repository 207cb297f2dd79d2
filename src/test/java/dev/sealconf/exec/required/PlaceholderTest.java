package dev.sealconf.exec.required;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "changeme",
        "ChangeMe",
        "change-me",
        "CHANGE_ME",
        "changeme123",
        "todo",
        "TBD",
        "FIXME",
        "<token>",
        "{{ token }}",
        "${TOKEN}",
        "[token]",
        "[your token]",
        "xxxx",
        "XXXXXXXX",
        "****",
        "...",
        "your-api-key",
        "your_token_here",
        "replace-this-value",
        "insert key here",
        " placeholder "
      })
  void aValueThatATemplateHasIsAPlaceholder(String value) {
    assertThat(Placeholder.is(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "abc",
        "hunter2",
        "exchange",
        "methods",
        "5432",
        "true",
        "yourself",
        "https://x.y",
        "xxxy",
        "no-placeholder-at-all",
        "--",
        "<",
        "[",
        "*",
        "[]",
        "[1,2]",
        "[true]",
        "[\"a\",\"b\"]",
        "[{\"a\":\"b\"}]"
      })
  void anotherValueIsNot(String value) {
    assertThat(Placeholder.is(value)).isFalse();
  }
}
