package dev.sealconf.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JsonOutputTest {
  /** A report of every kind of field. */
  record Report(
      String text,
      int aNumber,
      Optional<Boolean> given,
      Optional<String> left,
      List<List<Inner>> nested,
      List<String> none) {}

  /** A record in a record. */
  record Inner(String name) {}

  @Test
  void namesFieldsInSnakeCaseAndLeavesOutWhatIsAbsent() {
    List<List<Inner>> nested = List.of(List.of(new Inner("a"), new Inner("b")), List.of());
    Report report = new Report("é", -1, Optional.of(false), Optional.empty(), nested, List.of());

    assertThat(JsonOutput.of(report))
        .isEqualTo(
            """
            {
              "text": "é",
              "a_number": -1,
              "given": false,
              "nested": [
                [
                  {
                    "name": "a"
                  },
                  {
                    "name": "b"
                  }
                ],
                []
              ],
              "none": []
            }
            """);
  }

  @Test
  void escapesWhatCouldMoveTheCursorOrTurnTheDirection() {
    String text = "\"\\/<&>\b\f\n\r\t\u0000\u001b\u007f\u2028\u202e\ud800😀";

    assertThat(JsonOutput.of(new Inner(text)))
        .isEqualTo(
            "{\n"
                + "  \"name\": \"\\\"\\\\/\\u003c\\u0026\\u003e\\b\\f\\n"
                + "\\r"
                + "\\t\\u0000\\u001b\\u007f\\u2028\\u202e\\ud800😀\"\n"
                + "}\n");
  }
}
