package dev.sealconf.document.format.ini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.Duplicate;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Splice;
import dev.sealconf.document.format.JsonValues;
import dev.sealconf.document.format.Leaves;
import dev.sealconf.document.format.SplicePair;
import dev.sealconf.document.format.TreeText;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IniFormatTest {
  private static final String TOKEN = "ENC[AES256_GCM,data:x=,iv:y,tag:z,type:comment]";

  private final DocumentFormat ini = new DocumentFormats().forFile("f.ini");

  private Document read(String text) {
    return ini.read(new SourceText("f.ini", text.getBytes(StandardCharsets.UTF_8)));
  }

  private String spelled(Scalar value) {
    Leaf leaf = Leaves.of(read("k = v\n")).get(0);
    return new String(ini.valueText(leaf, value), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " padded ",
        "a\nb",
        "a#b",
        "a;b",
        "\"quoted\"",
        "'quoted'",
        "ends with \\",
        "`",
        "it's",
        "`a`",
        "\"\"\"",
        "\"\"\"a\n`",
        "# c",
        "a\r",
        "\n",
        "a`b\"\"\"c"
      })
  void writesEveryValueSoThatItReadsBack(String value) {
    Document document = read("k = v\nnext = x\n");
    Leaf leaf = Leaves.of(document).get(0);
    Document changed =
        SplicePair.reread(
            document,
            List.of(new Splice(leaf.span(), ini.valueText(leaf, new Scalar.Text(value)))));

    assertThat(Leaves.of(changed))
        .extracting(Leaf::value)
        .containsExactly(new Scalar.Text(value), new Scalar.Text("x"));
  }

  @Test
  void refusesAValueThatNoQuotesFit() {
    assertThatThrownBy(() -> spelled(new Scalar.Text("a`\n\"\"\"\nb")))
        .isInstanceOfSatisfying(
            SealconfException.class, e -> assertThat(ExitCode.of(e).number()).isEqualTo(4));
  }

  @Test
  void keepsTheCommentAfterAHeaderAlthoughItsTokenIsAbove() {
    String text = "[s] ; behind\nk = v\n";
    Document document = read(text);
    Comment comment = Leaves.comments(document).get(0);
    Document held =
        SplicePair.reread(
            document, List.of(Splice.of(comment.span(), ini.tokenText(comment, TOKEN))));
    Comment token = Leaves.comments(held).get(0);

    assertThat(new String(held.source().bytes(), StandardCharsets.UTF_8))
        .isEqualTo("; " + TOKEN + "\n[s] ; \nk = v\n");
    assertThat(token.text()).isEqualTo(TOKEN);
    assertThat(
            SplicePair.apply(
                held, List.of(Splice.of(token.span(), ini.valueText(token, "behind")))))
        .isEqualTo(text);
  }

  @Test
  void readsCommentsThatSopsWouldDrop() {
    assertThat(TreeText.of(read("# above\nk = v ; behind\n# at the end\n")))
        .containsExactly(
            "#0 map",
            "#0/DEFAULT map",
            "#0/DEFAULT/k text v",
            "#0/DEFAULT comment above\n; behind",
            "#0/DEFAULT comment behind",
            "#0 comment at the end");
  }

  @Test
  void readsACommentThatStartsWithAnEmptyLineSoThatSopsDoesNotCrash() {
    assertThat(TreeText.of(read("#\n# foo\nk = v\n"))).endsWith("#0/DEFAULT comment #\n# foo");
  }

  @Test
  void reportsDuplicateKeysAndSections() {
    Document keys = read("[a]\nk = 2\nj = 3\nk = 4\n");
    Document sections = read("[a]\nk = 1\n[b]\n[a]\nk = 2\n");

    assertThat(keys.duplicate()).map(Duplicate::key).contains("k");
    assertThat(keys.duplicate()).map(d -> d.location().line()).contains(4);
    assertThat(TreeText.of(keys)).endsWith("#0/a map", "#0/a/k text 4", "#0/a/j text 3");
    assertThat(sections.duplicate()).map(Duplicate::key).contains("a");
    assertThat(sections.duplicate()).map(d -> d.location().line()).contains(4);
    assertThat(read("k = 1\n[DEFAULT]\nj = 2\n").duplicate()).isPresent();
    assertThat(read("[DEFAULT]\nk = 2\n[a]\nk = 1\n").duplicate()).isEmpty();
  }

  @Test
  void readsAndChangesMetadataThatSopsWrote() {
    String data = "[foo]\nbar = x\n";
    String sops = "\n[sops]\nmac     = m\npgp__list_0__map_enc = a\\nb\nversion = 3\n";
    Document document = read(data + sops);

    assertThat(TreeText.of(document.metadata().orElseThrow()))
        .containsExactly(
            " map",
            "/mac text m",
            "/pgp list",
            "/pgp/0 map",
            "/pgp/0/enc text a\nb",
            "/version text 3");
    assertThat(SplicePair.apply(document, ini.withoutMetadata(document))).isEqualTo(data);
    MapNode later = JsonValues.map("{\"mac\": \"n#\", \"sealconf\": \"s\", \"version\": \"3\"}");
    assertThat(SplicePair.apply(document, ini.withMetadata(document, later)))
        .isEqualTo(data + "\n[sops]\nmac     = `n#`\nsealconf = s\nversion = 3\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a\nk = secret",
        "[]\n",
        "secret\n",
        "= secret\n",
        "`k = secret\n",
        "k = `secret\n",
        "[a] secret\n",
        "k = `a` secret\n",
        "[sops]\na=1\n[sops]\nb=secret\n",
        "[sops]\na=1\na=secret\n[x",
        "[sops]\na=1\n[x]\nsecret=\n",
        "[sops]\n; secret\na=1\n",
        "[sops]\na=1\n; secret\n",
        "[sops]\na=1 ; secret\n",
        "[sops] ; secret\na=1\n"
      })
  void refusesWhatSopsRefusesOrWouldDrop(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            SealconfException.class,
            e -> {
              assertThat(ExitCode.of(e).number()).isEqualTo(2);
              assertThat(e.location()).isPresent();
              assertThat(e.getMessage() + e.hints()).doesNotContain("secret");
            });
  }

  @Test
  void readsBytesThatAreNotUtf8InValuesOnly() {
    byte[] value = "k = \u00ff\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] key = "\u00ff = k\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Leaves.of(ini.read(new SourceText("f", value))).get(0).value())
        .isEqualTo(new Scalar.Blob(new byte[] {(byte) 0xFF}));
    assertThatThrownBy(() -> ini.read(new SourceText("f", key)))
        .hasMessageContaining("not valid UTF-8");
  }

  @Test
  void printsAsSopsDoes() {
    MapNode map =
        JsonValues.map(
            "{\"DEFAULT\": {\"a\": 1}, \"s\": {\"long\": true, \"k=\": \"x\\ny\", \"e\": \"\"}}");

    assertThat(
            ini.print(List.of(map), Optional.of(JsonValues.map("{\"v\": \"1\"}")), Indent.DEFAULT))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(
            "a = 1\n\n[s]\nlong = true\n`k=` = \"\"\"x\ny\"\"\"\ne    = \n\n[sops]\nv = 1\n");
  }

  @Test
  void refusesMalformedSectionsAndDeepNesting() {
    for (String map :
        List.of("{\"a\": 1}", "{\"a\": {\"b\": {}}}", "{\"a\": {\"-\": 1}}", "{\"\": {}}")) {
      MapNode branch = JsonValues.map(map);
      assertThatThrownBy(() -> ini.print(List.of(branch), Optional.empty(), Indent.DEFAULT))
          .isInstanceOfSatisfying(
              SealconfException.class, e -> assertThat(ExitCode.of(e).number()).isEqualTo(4));
    }
  }

  @Test
  void extractsValuesAsSopsDoes() {
    assertThat(ini.printValue(Leaf.of("a"), Indent.DEFAULT)).asString().isEqualTo("a");
    assertThat(ini.printValue(JsonValues.node("[1,\"<\"]"), Indent.DEFAULT))
        .asString()
        .isEqualTo("[1,\"\\u003c\"]");
    assertThatThrownBy(() -> ini.printValue(JsonValues.map("{\"a\": \"b\"}"), Indent.DEFAULT))
        .isInstanceOf(SealconfException.class);
  }
}
