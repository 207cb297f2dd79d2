package dev.sealconf.document.format.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Splice;
import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where tokens, values and metadata are put, to the byte. */
class YamlLayoutTest {
  private static final YamlFormat YAML = new YamlFormat();
  private static final String TOKEN = "ENC[AES256_GCM,data:x=,iv:y=,tag:z=,type:str]";
  private static final MapNode METADATA =
      MapNode.of(
          List.of(
              Entry.of("mac", Leaf.of(TOKEN)),
              Entry.of("lastmodified", Leaf.of("2026-01-02T03:04:05Z"))));
  private static final String BLOCK =
      "sops:\n    mac: " + TOKEN + "\n    lastmodified: \"2026-01-02T03:04:05Z\"\n";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "k: text # c\\n~k: T # c\\n",
        "k:   'it''s'\\n~k:   'T'\\n",
        "k: \"a\\n  b\"\\n~k: \"T\"\\n",
        "k: a\\n  b\\nl: 1\\n~k: T\\nl: 1\\n",
        "k: >-\\n    a\\n\\n    b\\n\\nl: 1\\n~k: >-\\n    T\\n\\nl: 1\\n",
        "k: |+ # c\\n  a\\n\\nl: 1\\n~k: |+ # c\\n  T\\n\\nl: 1\\n",
        "k: |\\n  a\\n    \\nl: 1\\n~k: |-\\n  T\\nl: 1\\n",
        "k: |2\\n   a\\nl: 1\\n~k: |2-\\n  T\\nl: 1\\n",
        "k: !!int \"5\"\\n~k: \"T\"\\n",
        "k: !!int &a 5\\n~k: &a T\\n",
        "k: &a !x 5\\n~k: &a !x T\\n",
        "k: [a, 'b']\\n~k: [\"T\", 'b']\\n",
        "{k: a}\\n~{k: \"T\"}\\n",
      })
  void writesATokenInTheStyleOfItsPlace(String plain, String sealed) {
    Document document = read(plain.replace("\\n", "\n"));
    Leaf leaf = first(document);

    String held = apply(document, List.of(Splice.of(leaf.span(), YAML.tokenText(leaf, TOKEN))));
    assertThat(held).isEqualTo(sealed.replace("\\n", "\n").replace("T", TOKEN));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "k: |\\n  a\\n   b\\n\\n  c\\n",
        "k: |-\\r\\n  a\\r\\n  b\\r\\nl: 1\\r\\n",
        "k: |+\\n  a\\n\\n\\nl: 1\\n",
        "k: >\\n  a\\n\\n  b\\n",
        "k: |2-\\n   a\\n",
        "k: | # c\\n  a\\n  b\\n",
        "k: '😀'\\n",
        "k: \"tab\\\\t\"\\n",
      })
  void restoresTheSpellingOfAValue(String written) {
    String plain = written.replace("\\r", "\r").replace("\\n", "\n").replace("\\\\", "\\");
    Document document = read(plain);
    Leaf leaf = first(document);
    Document held =
        read(apply(document, List.of(Splice.of(leaf.span(), YAML.tokenText(leaf, TOKEN)))));

    Splice back = new Splice(first(held).span(), YAML.valueText(first(held), leaf.value()));
    assertThat(apply(held, List.of(back))).isEqualTo(plain);
  }

  @Test
  void writesANumberWithoutTheQuotesOfItsToken() {
    assertThat(YAML.valueText(first(read("k: \"T\"\n")), new Scalar.Real(123456789.125)))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("1.23456789125e+08");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "a: 1\\n~a: 1\\nB",
        "a: 1~a: 1\\nB",
        "a: |+\\n  x\\n\\n~a: |+\\n  x\\n\\nB",
        "a: 1\\n# end\\n~a: 1\\n# end\\nB",
        "a: 1\\n...\\n~a: 1\\nB...\\n",
        "a: 1\\n---\\nb: 2\\n~a: 1\\nB---\\nb: 2\\n",
        "---\\n~---\\nB",
        "---~---\\nB",
      })
  void appendsMetadataToTheFirstDocumentAndTakesItOut(String plain, String sealed) {
    String text = plain.replace("\\n", "\n");
    Document document = read(text);

    String with = apply(document, YAML.withMetadata(document, METADATA));
    assertThat(with).isEqualTo(sealed.replace("\\n", "\n").replace("B", BLOCK));
    Document again = read(with);
    assertThat(apply(again, YAML.withoutMetadata(again))).isIn(text, text + "\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "a: |\\n  x~a: |-\\n  x\\nB",
        "a: |-\\n  x~a: |-\\n  x\\nB",
        "a:\\n- b\\n- k: >2+ # |\\n    x~a:\\n- b\\n- k: >2- # |\\n    x\\nB",
        "a: &b !!str |\\n  x~a: &b !!str |-\\n  x\\nB",
      })
  void keepsTheValueOfABlockScalarThatHadNoLineBreak(String plain, String sealed) {
    Document document = read(plain.replace("\\n", "\n"));

    assertThat(apply(document, YAML.withMetadata(document, METADATA)))
        .isEqualTo(sealed.replace("\\n", "\n").replace("B", BLOCK));
  }

  @Test
  void putsMetadataIntoARootInBrackets() {
    Document document = read("{a: 1,\n}\n");
    String with = apply(document, YAML.withMetadata(document, METADATA));

    assertThat(with).startsWith("{a: 1, sops: {mac: ").endsWith("},\n}\n");
    Document again = read(with);
    assertThat(apply(again, YAML.withoutMetadata(again))).isEqualTo("{a: 1,\n}\n");
  }

  @Test
  void usesTheLineEndingIndentationAndMarkOfTheFile() {
    Document document = read("\uFEFF  a: 1\r\n");

    assertThat(apply(document, YAML.withMetadata(document, METADATA)))
        .startsWith("\uFEFF  a: 1\r\n  sops:\r\n    mac: ");
  }

  @Test
  void removesTheBlockThatSopsWritesIntoEveryDocument() {
    Document document = read("a: 1\n" + BLOCK + "---\nb: 2\n" + BLOCK);

    assertThat(document.branches().get(1).entries()).hasSize(1);
    assertThat(apply(document, YAML.withoutMetadata(document))).isEqualTo("a: 1\n---\nb: 2\n");
  }

  @Test
  void leavesAnEmptyMapIfThereWasOnlyMetadata() {
    Document document = read(BLOCK);

    assertThat(apply(document, YAML.withoutMetadata(document))).isEqualTo("{}\n");
  }

  @Test
  void restoresACommentThatSopsWroteAsAnItem() {
    Document document = read("l:\n    - " + TOKEN + "\n    - a\n");
    ListNode list = (ListNode) document.branches().get(0).entries().get(0).value();

    Splice splice = YAML.commentFromToken(document, (Leaf) list.items().get(0), " note");
    String revealed = apply(document, List.of(splice));
    assertThat(revealed).isEqualTo("l:\n    # note\n    - a\n");
  }

  @Test
  void replacesTheTextOfACommentOnly() {
    Document document = read("a: 1   # one\n");
    Comment comment = (Comment) document.branches().get(0).members().get(0);

    Splice splice = Splice.of(comment.span(), YAML.tokenText(comment, TOKEN));
    assertThat(apply(document, List.of(splice))).isEqualTo("a: 1   #" + TOKEN + "\n");
  }

  @Test
  void expandsAnAliasInBrackets() {
    Document document = read("a: &x {k: 'v', l: [1, null]}\nb: *x\n");
    Node alias = document.branches().get(0).entries().get(1).value();

    String text =
        YAML.aliasCopy(
            (Alias) alias,
            leaf -> leaf.value() instanceof Scalar.Text ? Optional.of(TOKEN) : Optional.empty());
    assertThat(text).isEqualTo("{k: \"" + TOKEN + "\", l: [1, null]}");
  }

  @Test
  void expandsAnAliasInsideBracketsInQuotes() {
    Document document = read("a: [&x 1, {k: *x}]\n");
    ListNode list = (ListNode) document.branches().get(0).entries().get(0).value();
    Node alias = ((MapNode) list.items().get(1)).entries().get(0).value();

    assertThat(YAML.aliasCopy((Alias) alias, leaf -> Optional.of(TOKEN)))
        .isEqualTo("\"" + TOKEN + "\"");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"1e3,1000.0", "-0.0,-0.0", "1.5,1.5", "1e30,1e+30", ".inf,.inf", "7,7"})
  void expandsAnAliasOfANumberWithItsType(String number, String text) {
    Document document = read("a: &x " + number + "\nb: *x\nc: [*x]\n");
    List<Entry> entries = document.branches().get(0).entries();
    Node inBrackets = ((ListNode) entries.get(2).value()).items().get(0);

    for (Node alias : List.of(entries.get(1).value(), inBrackets)) {
      assertThat(YAML.aliasCopy((Alias) alias, leaf -> Optional.empty())).isEqualTo(text);
    }
  }

  private static Leaf first(Document document) {
    Node node = document.branches().get(0).entries().get(0).value();
    return node instanceof ListNode list ? (Leaf) list.items().get(0) : (Leaf) node;
  }

  private static Document read(String text) {
    return YAML.read(new SourceText("t.yaml", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String apply(Document document, List<Splice> splices) {
    return new String(document.source().apply(splices), StandardCharsets.UTF_8);
  }
}
