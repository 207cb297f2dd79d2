package dev.sealconf.document.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.document.Document;
import dev.sealconf.document.Duplicate;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Splice;
import dev.sealconf.document.format.JsonValues;
import dev.sealconf.document.format.SplicePair;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFormatTest {
  private final JsonFormat json = new JsonFormat();

  private Document read(String text) {
    return json.read(new SourceText("f.json", text.getBytes(StandardCharsets.UTF_8)));
  }

  private Scalar value(String text) {
    Node node = read("{\"a\": " + text + "}").branches().get(0).entries().get(0).value();
    return ((Leaf) node).value();
  }

  @Test
  void typesNumbersAsSopsDoes() {
    assertThat(value("9223372036854775807")).isEqualTo(new Scalar.Int(Long.MAX_VALUE));
    assertThat(value("-9223372036854775808")).isEqualTo(new Scalar.Int(Long.MIN_VALUE));
    assertThat(value("9223372036854775808")).isEqualTo(new Scalar.Real(9223372036854775808.0));
    assertThat(value("-0")).isEqualTo(new Scalar.Int(0));
    assertThat(value("-0.0")).isEqualTo(new Scalar.Real(-0.0));
    assertThat(value("1.0")).isEqualTo(new Scalar.Real(1));
    assertThat(value("1e3")).isEqualTo(new Scalar.Real(1000));
    assertThat(value("1e-999")).isEqualTo(new Scalar.Real(0));
  }

  @Test
  void readsUnpairedSurrogatesAsReplacementCharacters() {
    assertThat(value("\"\\ud800x\\ude00\\ud83d\\ude00\\ud83d\""))
        .isEqualTo(new Scalar.Text("\uFFFDx\uFFFD😀\uFFFD"));
  }

  @Test
  void removesAByteOrderMarkWhenItSeals() {
    Document document = read("\uFEFF{\"a\": 1}\n");

    assertThat(SplicePair.apply(document, json.withMetadata(document, MapNode.of(List.of()))))
        .isEqualTo("{\"a\": 1, \"sops\": {}}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `{"a": 1} {}`       | 10 | the file continues after
          `{"a": 1e999}`      |  7 | beyond the range
          `{"a": 01}`         |  8 | expected a comma
          `{"a": "secret`     |  7 | not closed
          `{"a": "\\x"}`      |  8 | not a JSON escape
          `{"a" "secret"}`    |  6 | expected a colon
          `{"a": [1,]}`       | 10 | expected a JSON value
          `{"a": 1,}`         |  9 | expected a key
          `{"a": tru}`        |  7 | expected a JSON value
          `{"ä😀": x}`        |  8 | expected a JSON value
          `["secret"]`        |  1 | not a JSON object
          `{"a": 1`           |  8 | the file ends
          ``                  |  1 | no JSON object
          """)
  void refusesWhatIsNotAJsonObject(String text, int column, String what) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            SealconfException.class,
            e -> {
              assertThat(ExitCode.of(e).number()).isEqualTo(2);
              assertThat(e.location()).hasToString("Optional[f.json:1:" + column + "]");
              assertThat(e.getMessage()).contains(what).doesNotContain("secret");
            });
  }

  @Test
  void namesAMergeConflict() {
    assertThatThrownBy(() -> read("{\n<<<<<<< HEAD\n  \"a\": 1\n=======\n  \"a\": 2\n>>>>>>> b\n}"))
        .hasMessageContaining("merge conflict");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] bytes = "{\"a\": \"x\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> json.read(new SourceText("f", bytes)))
        .hasMessageContaining("not valid UTF-8");
  }

  @Test
  void refusesTooManyLevels() {
    assertThat(read("{\"a\":" + "[".repeat(511) + "]".repeat(511) + "}").duplicate()).isEmpty();
    assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(512) + "]".repeat(512) + "}"))
        .hasMessageContaining("512 levels");
    assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(1_000_000)))
        .hasMessageContaining("512 levels");
  }

  @Test
  void keepsDuplicateKeysAndReportsTheFirst() {
    Document document = read("{\"a\": {\"b\": 1,\n \"b\": 2}, \"a\": 3}");

    assertThat(document.duplicate()).map(Duplicate::key).contains("b");
    assertThat(document.duplicate()).map(d -> d.location().toString()).contains("f.json:2:2");
    assertThat(document.branches().get(0).entries()).hasSize(2);
  }

  @Test
  void treatsAMetadataEntryThatIsNotAMapAsData() {
    Document document = read("{\"sops\": \"x\"}");

    assertThat(document.metadata()).isEmpty();
    assertThat(document.branches().get(0).entry("sops")).isPresent();
    assertThat(json.reserves("sops")).isTrue();
  }

  @Test
  void printsAsGoDoes() {
    MapNode map = JsonValues.map("{\"a\": \"<é\\u0001\\u2028>\", \"b\": [1, {}, []], \"c\": 1e-7}");

    assertThat(json.print(List.of(map), Optional.empty(), Indent.DEFAULT))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(
            "{\n\t\"a\": \"\\u003cé\\u0001\\u2028\\u003e\",\n\t\"b\": [\n\t\t1,\n\t\t{},\n\t\t[]\n"
                + "\t],\n\t\"c\": 1e-7\n}\n");
  }

  @Test
  void extractsAsSopsDoes() {
    assertThat(extract("\"a<b\"")).isEqualTo("a<b");
    assertThat(extract("[1, \"<\"]")).isEqualTo("[\n  1,\n  \"\\u003c\"\n]");
    assertThat(extract("{\"a\": 1}")).isEqualTo("{\n  \"a\": 1\n}\n");
    assertThat(extract("1e21")).isEqualTo("1e+21");
  }

  private String extract(String value) {
    byte[] bytes = json.printValue(JsonValues.node(value), new Indent(2));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void dropsListItemsThatAreComments() {
    String comment = "\"ENC[AES256_GCM,data:x,iv:y,tag:z,type:comment]\"";
    for (String list : List.of("c, 1, c, c", "c, c, 1", "c", "c, c", "1, c", "c, 1")) {
      Document document = read("{\"l\": [" + list.replace("c", comment) + "]}");
      ListNode items = (ListNode) document.branches().get(0).entries().get(0).value();
      List<Splice> splices =
          items.items().stream()
              .filter(i -> ((Leaf) i).value() instanceof Scalar.Text)
              .map(i -> json.commentFromToken(document, (Leaf) i, "text"))
              .toList();

      assertThat(SplicePair.apply(document, splices))
          .isEqualTo(list.contains("1") ? "{\"l\": [1]}" : "{\"l\": []}");
    }
  }

  @Test
  void writesTextWithoutNeedlessEscapes() {
    assertThat(json.valueText(Leaf.of("x"), new Scalar.Text("é<\u2028\n\"")))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("\"é<\u2028\\n\\\"\"");
  }
}
