package dev.sealconf.operation.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.SourceText;
import dev.sealconf.operation.merge.Versions.Side;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a merge by key makes of three texts. */
class KeyMergeTest {
  private static final ConflictMarkers MARKERS =
      new ConflictMarkers(7, new Versions<>("base", "ours", "theirs"));

  private ItemIdentity identity = ItemIdentity.NONE;

  @Test
  void neighborsThatBothSidesChangedAreMerged() {
    assertThat(yaml("a: 1\nb: 2\n", "a: 10\nb: 2\n", "a: 1\nb: 20\n")).isEqualTo("a: 10\nb: 20\n");
  }

  @Test
  void bothSidesMayAddAtTheSamePlace() {
    assertThat(yaml("a: 1\n", "a: 1\nb: 2\n", "a: 1\nc: 3\n")).isEqualTo("a: 1\nb: 2\nc: 3\n");
    assertThat(yaml("a: 1", "a: 1\nb: 2", "a: 1\nc: 3")).isEqualTo("a: 1\nb: 2\nc: 3");
    assertThat(merged("x.ini", "[a]\nk = 1\n", "[a]\nk = 1\nl = 2\n", "[a]\nk = 1\n\n[b]\nm = 3\n"))
        .isEqualTo("[a]\nk = 1\nl = 2\n\n[b]\nm = 3\n");
    assertThat(merged("x.env", "A=1\n", "A=1\nB=2\n", "A=1\nC=3\n")).isEqualTo("A=1\nB=2\nC=3\n");
  }

  @Test
  void commentsComeWithTheirKeys() {
    assertThat(
            yaml(
                "# top\n\ndb:\n  # who\n  user: a\n  pw: b # secret\n",
                "# top\n\ndb:\n  # who logs in\n  user: a\n  pw: b # secret\n",
                "# top\n\ndb:\n  # who\n  user: z\n  pw: b # very secret\n  # new\n  port: 1\n"))
        .isEqualTo(
            "# top\n\n"
                + "db:\n"
                + "  # who logs in\n"
                + "  user: z\n"
                + "  pw: b # very secret\n"
                + "  # new\n"
                + "  port: 1\n");
  }

  @Test
  void theCommentOfARemovedKeyGoesWithIt() {
    assertThat(yaml("# one\na: 1\n# two\nb: 2\n", "# two\nb: 2\n", "# one\na: 1\n# two\nb: 3\n"))
        .isEqualTo("# two\nb: 3\n");
  }

  @Test
  void onlyTheLinesOfAConflictAreMarked() {
    assertThat(
            yaml(
                "db:\n  user: a\n  pw: b\n  port: 1\n",
                "db:\n  user: x\n  pw: c\n  port: 1\n",
                "db:\n  user: a\n  pw: d\n  port: 2\n"))
        .isEqualTo(
            """
            db:
              user: x
            <<<<<<< ours
              pw: c
            ||||||| base
              pw: b
            =======
              pw: d
            >>>>>>> theirs
              port: 2
            """);
  }

  @Test
  void removedHereAndChangedThereIsAConflict() {
    KeyMerge merge = merge("x.yaml", "a: 1\nb: 2\n", "a: 1\n", "a: 1\nb: 3\n");
    assertThat(names(merge)).containsExactly("[\"b\"]");
    assertThat(text(merge.resolved(Side.OURS))).isEqualTo("a: 1\n");
    assertThat(text(merge.resolved(Side.THEIRS))).isEqualTo("a: 1\nb: 3\n");
  }

  @Test
  void twoCommentsForOneKeyAreAConflictOfTheComments() {
    KeyMerge merge = merge("x.yaml", "# a\nk: 1\n", "# b\nk: 2\n", "# c\nk: 1\n");
    assertThat(merge.conflicts()).singleElement().matches(Piece.Conflict::comment);
    assertThat(text(merge.resolved(Side.THEIRS))).isEqualTo("# c\nk: 2\n");
  }

  @Test
  void theSameChangeOnBothSidesIsNoConflict() {
    assertThat(yaml("a: 1\nb: x\n", "a: 2\nb: 'x'\n", "a: 2\nb: y\n")).isEqualTo("a: 2\nb: y\n");
  }

  @Test
  void jsonKeepsItsCommas() {
    String base = "{\n  \"a\": 1,\n  \"db\": {\n    \"x\": 1,\n    \"y\": 2\n  }\n}\n";
    assertThat(
            merged(
                "x.json",
                base,
                base.replace("\"y\": 2", "\"y\": 2,\n    \"z\": 3"),
                base.replace("\"y\": 2", "\"y\": 2,\n    \"w\": 4").replace("\"a\": 1,\n  ", "")))
        .isEqualTo(
            """
            {
              "db": {
                "x": 1,
                "y": 2,
                "z": 3,
                "w": 4
              }
            }
            """);
    assertThat(
            merged(
                "x.json",
                base,
                base.replace("1,\n  \"db", "2,\n  \"db"),
                base.replace("1,\n  \"db", "3,\n  \"db")))
        .startsWith(
            "{\n<<<<<<< ours\n  \"a\": 2,\n||||||| base\n  \"a\": 1,\n=======\n  \"a\": 3,\n");
  }

  @Test
  void valuesOnOneLineAreMerged() {
    assertThat(merged("x.json", "{\"a\":1,\"b\":2}", "{\"a\":5,\"b\":2}", "{\"a\":1,\"b\":6}"))
        .isEqualTo("{\"a\":5,\"b\":6}");
    assertThat(yaml("m: {a: 1, b: 2}\n", "m: {a: 5, b: 2}\n", "m: {a: 1, b: 6}\n"))
        .isEqualTo("m: {a: 5, b: 6}\n");
  }

  @Test
  void theLastEntryOfAnObjectMayBeAConflict() {
    KeyMerge merge =
        merge(
            "x.json",
            "{\n  \"a\": 1,\n  \"b\": 2\n}\n",
            "{\n  \"a\": 1\n}\n",
            "{\n  \"a\": 1,\n  \"b\": 3\n}\n");
    assertThat(text(merge.resolved(Side.OURS))).isEqualTo("{\n  \"a\": 1\n}\n");
    assertThat(text(merge.resolved(Side.THEIRS))).isEqualTo("{\n  \"a\": 1,\n  \"b\": 3\n}\n");
  }

  @Test
  void itemsAreComparedByPosition() {
    assertThat(yaml("l:\n- a\n- b\n", "l:\n- a\n- c\n", "l:\n- a\n- b\n- d\n"))
        .isEqualTo("l:\n- a\n- c\n- d\n");
    assertThat(names(merge("x.yaml", "l:\n- a\n", "l:\n- x\n- a\n", "l:\n- a\n- y\n")))
        .containsExactly("[\"l\"]");
  }

  @Test
  void itemsAreComparedByIdentity() {
    identity = new ItemIdentity(List.of("id", "name"));
    assertThat(
            yaml(
                "users:\n  - name: a\n    pw: 1\n  - name: b\n    pw: 2\n",
                "users:\n  - name: z\n    pw: 0\n  - name: a\n    pw: 1\n  - name: b\n    pw: 20\n",
                "users:\n  - name: b\n    pw: 2\n  # new\n  - name: c\n    pw: 3\n"))
        .isEqualTo(
            "users:\n  - name: z\n    pw: 0\n  - name: b\n    pw: 20\n  # new\n  - name: c\n"
                + "    pw: 3\n");
    assertThat(
            names(
                merge(
                    "x.yaml",
                    "u:\n- {id: 1, p: a}\n",
                    "u:\n- {id: 0}\n- id: 1\n  p: b\n",
                    "u:\n- id: 1\n  p: c\n")))
        .containsExactly("[\"u\"][1]");
  }

  @Test
  void everyDocumentOfAFileIsMerged() {
    assertThat(
            yaml(
                "a: 1\n---\nb: 1\nc: 1\n",
                "a: 2\n---\nb: 2\nc: 1\n",
                "a: 1\n---\nb: 1\nc: 2\n---\nd: 1\n"))
        .isEqualTo("a: 2\n---\nb: 2\nc: 2\n---\nd: 1\n");
  }

  @Test
  void multilineValuesStayWhole() {
    assertThat(
            yaml(
                "a: |\n  one\n  two\nb: 1\n",
                "a: |\n  one\n  three\n\nb: 1\n",
                "a: |\n  one\n  two\nb: 2\n"))
        .isEqualTo("a: |\n  one\n  three\n\nb: 2\n");
  }

  @Test
  void twoNewFilesAreMergedFromNothing() {
    KeyMerge merge = merge("x.yaml", "", "a: 1\nb: 2\n", "a: 1\nc: 3\n");
    assertThat(text(merge.resolved(Side.OURS))).isEqualTo("a: 1\nb: 2\nc: 3\n");
    assertThat(merge.conflicts()).isEmpty();
    assertThat(names(merge("x.env", "", "A=1\n", "A=2\n"))).containsExactly("[\"A\"]");
  }

  @Test
  void binaryFilesAreOneConflict() {
    assertThat(merge("x.bin", "a", "b", "a").conflicts()).isEmpty();
    assertThat(merge("x.bin", "a", "b", "c").conflicts()).hasSize(1);
  }

  @Test
  void lineEndingsOfTheFileAreThoseOfTheMarkers() {
    assertThat(yaml("a: 1\r\n", "a: 2\r\n", "a: 3\r\n"))
        .isEqualTo(
            "<<<<<<< ours\r\n"
                + "a: 2\r\n"
                + "||||||| base\r\n"
                + "a: 1\r\n"
                + "=======\r\n"
                + "a: 3\r\n"
                + ">>>>>>> theirs\r\n");
  }

  private String yaml(String base, String ours, String theirs) {
    return merged("x.yaml", base, ours, theirs);
  }

  private String merged(String name, String base, String ours, String theirs) {
    return text(merge(name, base, ours, theirs).marked(MARKERS));
  }

  private KeyMerge merge(String name, String base, String ours, String theirs) {
    DocumentFormat format = new DocumentFormats().forFile(name);
    Versions<Document> files =
        new Versions<>(base, ours, theirs).map(text -> document(format, text));
    return KeyMerge.of(files, identity);
  }

  private static Document document(DocumentFormat format, String text) {
    SourceText source = new SourceText("file", text.getBytes(StandardCharsets.UTF_8));
    return text.isEmpty()
        ? new Document(format, source, List.of(), Optional.empty(), Optional.empty())
        : format.read(source);
  }

  private static List<String> names(KeyMerge merge) {
    return merge.conflicts().stream()
        .flatMap(one -> one.places().stream())
        .map(Place::toString)
        .toList();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
