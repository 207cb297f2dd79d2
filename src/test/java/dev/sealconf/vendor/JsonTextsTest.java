package dev.sealconf.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTextsTest {
  private static final String ANSWER =
      """
      {"n": 1, "other": {"text": "no"}, "data": {"deep": [{"text": "no"}], "text": "yes\\n\\u00e9"},
       "errors": ["one", 2, ["no"], "two"]}
      """;

  private final JsonTexts texts = in(ANSWER);

  @Test
  void findsTheTextAtAPlace() {
    assertThat(texts.text("data", "text")).contains("yes\né");
    assertThat(texts.text("data", "deep", "text")).isEmpty();
    assertThat(texts.text("text")).isEmpty();
    assertThat(texts.text("n")).isEmpty();
    assertThat(texts.text("data")).isEmpty();
  }

  @Test
  void listsTheTextsOfAList() {
    assertThat(texts.texts("errors")).containsExactly("one", "two");
    assertThat(texts.texts("data", "deep")).isEmpty();
    assertThat(texts.texts("n")).isEmpty();
    assertThat(texts.texts("missing")).isEmpty();
  }

  @Test
  void knowsWhichFieldsThereAre() {
    assertThat(texts.has("n")).isTrue();
    assertThat(texts.has("data", "deep")).isTrue();
    assertThat(texts.has("data", "n")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "\"text\"",
        "[{\"text\": \"a\"}]",
        "{\"text\": \"a\"",
        "{\"text\": \"a\"} {}",
        "{\"text\": \"a\"} x",
        "<html>",
        "{\"text\": \"a\", \"b\": \"\u0000\"}"
      })
  void findsNothingInWhatIsNotOneJsonObject(String json) {
    assertThat(in(json).text("text")).isEmpty();
    assertThat(in(json).has("text")).isFalse();
  }

  @Test
  void findsNothingInBytesThatAreNotUtf8() {
    byte[] json = "{\"text\": \"a?\"}".getBytes(UTF_8);
    json[json.length - 3] = (byte) 0xff;

    assertThat(JsonTexts.in(json).text("text")).isEmpty();
  }

  @Test
  void findsNothingInDeepNesting() {
    assertThat(in("{\"text\": \"a\", \"b\": " + "[".repeat(100_000)).text("text")).isEmpty();
  }

  @Test
  void closingWipesTheBytes() {
    byte[] json = ANSWER.getBytes(UTF_8);
    JsonTexts.in(json).close();

    assertThat(json).containsOnly(0);
  }

  @Test
  void writesAnObjectThatReadsBack() {
    byte[] json = JsonTexts.object(new TreeMap<>(Map.of("a", "\"\\\n\u0001é", "b", "")));

    assertThat(new String(json, UTF_8)).isEqualTo("{\"a\":\"\\\"\\\\\\n\\u0001é\",\"b\":\"\"}");
    assertThat(JsonTexts.in(json).text("a")).contains("\"\\\n\u0001é");
    assertThat(JsonTexts.in(json).text("b")).contains("");
  }

  private static JsonTexts in(String json) {
    return JsonTexts.in(json.getBytes(UTF_8));
  }
}
