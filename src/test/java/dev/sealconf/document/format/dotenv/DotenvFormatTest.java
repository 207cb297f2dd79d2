package dev.sealconf.document.format.dotenv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.format.JsonValues;
import dev.sealconf.document.format.SplicePair;
import dev.sealconf.document.format.TreeText;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.LineText;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.SealconfException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotenvFormatTest {
  private final DotenvFormat dotenv = new DotenvFormat();

  private Document read(String text) {
    return dotenv.read(new SourceText("f.env", text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Input and what SOPS reads, each as JSON; {@code ERR} where it refuses. */
  static Stream<String[]> behaviours() throws IOException {
    return Files.readAllLines(Path.of("testdata/dotenv/behaviours.tsv")).stream()
        .skip(1)
        .map(line -> line.split("\t"));
  }

  @ParameterizedTest
  @MethodSource("behaviours")
  void readsLinesAsSopsDoes(String input, String sops) {
    String text = LineText.of(((Leaf) JsonValues.node(input)).value());
    if (sops.startsWith("ERR")) {
      assertThatThrownBy(() -> read(text)).isInstanceOf(SealconfException.class);
      return;
    }
    List<Entry> entries = read(text).branches().get(0).entries();

    assertThat(entries.stream().collect(Collectors.toMap(Entry::key, this::text, (a, b) -> b)))
        .isEqualTo(
            JsonValues.map(sops).entries().stream()
                .collect(Collectors.toMap(Entry::key, this::text)));
  }

  private String text(Entry entry) {
    return LineText.of(((Leaf) entry.value()).value());
  }

  @ParameterizedTest
  @ValueSource(strings = {".env", "a/b.env", ".env.local", "x/.env.production", "C:\\x\\.env.dev"})
  void claimsEnvFiles(String name) {
    assertThat(dotenv.claims(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"env", "a.ENV", ".env.yaml", ".env.json", ".env.ini", "x.env.local", ".env/x"})
  void isNotTheFormatOfOtherFiles(String name) {
    assertThat(new DocumentFormats().forFile(name).name()).isNotEqualTo("dotenv");
  }

  @Test
  void readsBytesThatAreNotUtf8() {
    byte[] file = "A=\u00ff\\n\nB=x".getBytes(StandardCharsets.ISO_8859_1);
    Document document = dotenv.read(new SourceText("f.env", file));
    Leaf leaf = (Leaf) document.branches().get(0).entries().get(0).value();

    assertThat(leaf.value()).isEqualTo(new Scalar.Blob(new byte[] {(byte) 0xFF, '\n'}));
    assertThat(dotenv.valueText(leaf, leaf.value())).containsExactly(0xFF, '\\', 'n');
    assertThat(dotenv.print(document.branches(), Optional.empty(), Indent.DEFAULT))
        .asString(StandardCharsets.ISO_8859_1)
        .isEqualTo("A=\u00ff\\n\nB=x\n");
  }

  @Test
  void readsCommentsInTheFirstColumnOnly() {
    Document document = read("# a\nA=b # c\n#\n");

    assertThat(TreeText.of(document))
        .containsExactly("#0 map", "#0 comment  a", "#0/A text b # c", "#0 comment ");
    assertThat(document.branches().get(0).members().get(2)).isInstanceOf(Comment.class);
  }

  @Test
  void refusesALineWithoutAnEqualsSignAndDoesNotQuoteIt() {
    assertThatThrownBy(() -> read("A=1\n secret\n"))
        .isInstanceOfSatisfying(
            SealconfException.class,
            e -> {
              assertThat(ExitCode.of(e).number()).isEqualTo(2);
              assertThat(e.location()).hasToString("Optional[f.env:2:1]");
              assertThat(e.getMessage() + e.hints()).doesNotContain("secret");
            });
  }

  @Test
  void namesAMergeConflict() {
    assertThatThrownBy(() -> read("<<<<<<< HEAD\nA=1\n=======\nA=2\n>>>>>>> b\n"))
        .hasMessageContaining("merge conflict");
  }

  @Test
  void refusesMetadataThatContradictsItself() {
    assertThatThrownBy(() -> read("A=1\nsops_a=1\nsops_a__map_b=2\n"))
        .hasMessageContaining("metadata is broken");
    assertThatThrownBy(() -> read("sops_a__list_1=1\n")).hasMessageContaining("gaps");
    assertThatThrownBy(() -> read("sops_a=1\nsops_a=1\n")).hasMessageContaining("duplicate field");
  }

  @Test
  void findsMetadataLinesAnywhere() {
    Document document = read("sops_age__list_0__map_enc=a\\nb\nA=1\nsops_version=3\n");

    assertThat(TreeText.of(document.metadata().orElseThrow()))
        .containsExactly(
            " map", "/age list", "/age/0 map", "/age/0/enc text a\nb", "/version text 3");
    assertThat(SplicePair.apply(document, dotenv.withoutMetadata(document))).isEqualTo("A=1\n");
  }

  @Test
  void printsTypedValuesAsSopsDoesAndNullAsNothing() {
    MapNode map =
        JsonValues.map(
            "{\"a\": true, \"b\": 1, \"c\": 1e30, \"d\": 2.0, \"e\": null, \"f\": \"x\\ny\"}");

    assertThat(dotenv.print(List.of(map), Optional.empty(), Indent.DEFAULT))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("a=true\nb=1\nc=1E+30\nd=2.0\ne=\nf=x\\ny\n");
  }

  @Test
  void refusesWhatDotenvCannotWrite() {
    for (String map : List.of("{\"a\": [1]}", "{\"a=b\": 1}", "{\"#a\": 1}", "{\"a\\nb\": 1}")) {
      MapNode branch = JsonValues.map(map);
      assertThatThrownBy(() -> dotenv.print(List.of(branch), Optional.empty(), Indent.DEFAULT))
          .isInstanceOfSatisfying(
              SealconfException.class, e -> assertThat(ExitCode.of(e).number()).isEqualTo(4));
    }
    TreePath nested = TreePath.ROOT.then(new TreePath.Key("A")).then(new TreePath.Key("B"));
    assertThatThrownBy(() -> dotenv.set(read("A=1"), nested, Leaf.of("x")))
        .isInstanceOf(SealconfException.class);
  }

  @Test
  void extractsStringsOnly() {
    assertThat(dotenv.printValue(Leaf.of("a\nb"), Indent.DEFAULT)).asString().isEqualTo("a\nb");
    assertThatThrownBy(() -> dotenv.printValue(JsonValues.node("1"), Indent.DEFAULT))
        .isInstanceOf(SealconfException.class);
  }
}
