package dev.sealconf.document.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.format.JsonValues;
import dev.sealconf.document.format.TreeText;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The reader against Jackson, on documents that are random or nearly JSON. */
class JsonReaderTest {
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"a\"",
          "\"é😀\"",
          "\"\\n\\u00e9\\\"\"",
          "\"",
          "\\",
          "0",
          "-1",
          "1.5",
          "-0.0e+1",
          "12e",
          "01",
          "true",
          "null",
          "fals",
          " ",
          "\n",
          "\t",
          "\u0001",
          "é",
          "'",
          "//",
          "NaN");
  private static final ObjectMapper JACKSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @Test
  void readsAndRefusesWhatJacksonReadsAndRefuses() {
    Random random = new Random(42);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      String text = "{\"k\":" + (i % 2 == 0 ? value(random, 0) : "1,\"l\":" + noise(random)) + "}";
      boolean valid = jacksonReads(text);
      assertThat(weRead(text)).as(text).isEqualTo(valid);
      if (valid) {
        read++;
        assertThat(TreeText.of(document(text).branches().get(0)))
            .as(text)
            .isEqualTo(TreeText.of(JsonValues.map(text)));
      }
    }
    assertThat(read).isBetween(8_000, 18_000);
  }

  private static String noise(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static String value(Random random, int depth) {
    int kind = random.nextInt(depth < 4 ? 5 : 3);
    if (kind == 0) {
      return Long.toString(random.nextLong());
    } else if (kind == 1) {
      return Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
    } else if (kind == 2) {
      return "\"" + random.nextInt(99) + "é\\t😀\"";
    } else if (kind == 3) {
      return "[" + value(random, depth + 1) + " ,\n" + value(random, depth + 1) + "]";
    }
    return "{\"x\":" + value(random, depth + 1) + ", \"y\" : " + value(random, depth + 1) + "}";
  }

  private static boolean jacksonReads(String text) {
    try {
      JACKSON.readTree(text.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  private static boolean weRead(String text) {
    try {
      document(text);
      return true;
    } catch (SealconfException e) {
      return false;
    }
  }

  private static Document document(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new JsonFormat().read(new SourceText("f.json", bytes));
  }

  @Test
  void returnsTheBytesOfEachKeyAndValue() {
    Document document = document("{ \"é😀\" : \"😀x\" , \"b\":-1.5e3}");
    List<Entry> entries = document.branches().get(0).entries();

    assertThat(entries)
        .extracting(e -> document.source().text(e.keySpan()))
        .containsExactly("\"é😀\"", "\"b\"");
    assertThat(entries)
        .extracting(e -> document.source().text(((Leaf) e.value()).span()))
        .containsExactly("\"😀x\"", "-1.5e3");
  }

  @Test
  void takesTimeProportionalToTheSize() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 90_000; i++) {
      text.append(i == 0 ? "" : ",").append("\"key").append(i).append("\": \"value\"");
    }
    Document document =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> document(text + "}"));

    assertThat(document.branches().get(0).entries()).hasSize(90_000);
  }
}
