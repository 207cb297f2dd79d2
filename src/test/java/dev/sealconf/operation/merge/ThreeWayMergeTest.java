package dev.sealconf.operation.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two changes of one file, in YAML's short form. */
class ThreeWayMergeTest {
  private static final DocumentFormat YAML = new DocumentFormats().named("yaml");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {a: 1, b: 2}          | {a: 9, b: 2}          | {a: 1, b: 8}          | {a: 9, b: 8}
          {a: 1, b: 2}          | {a: 1}                | {a: 1, b: 2, c: 3}    | {a: 1, c: 3}
          {a: 1}                | {a: 1, b: 2}          | {a: 1, c: 3}          | {a: 1, b: 2, c: 3}
          {a: {x: 1, y: 2}}     | {a: {x: 9, y: 2}}     | {a: {x: 1}}           | {a: {x: 9}}
          {a: [1, 2]}           | {a: [9, 2]}           | {a: [1, 2, 3]}        | {a: [9, 2, 3]}
          {a: [1, 2, 3]}        | {a: [1]}              | {a: [9, 2, 3]}        | {a: [9]}
          {a: 1}                | {a: 2}                | {a: 2}                | {a: 2}
          {a: 1, b: 2}          | {b: 2, a: 1}          | {a: 1, b: 3}          | {a: 1, b: 3}
          {a: 1, b: 2}          | {b: 2}                | {b: 2}                | {b: 2}
          {z: 0}                | {z: 0, a: {x: 1}}     | {z: 0, a: {y: 2}}     | {z: 0, a: {x: 1, y: 2}}
          {a: 1, z: 0}          | {a: [1], z: 0}        | {a: 1, z: 1}          | {a: [1], z: 1}
          {a: [{n: x, v: 1}]}   | {a: [{n: x, v: 2}]}   | {a: [{n: y, v: 1}]}   | {a: [{n: y, v: 2}]}
          """)
  void changesOfBothSidesComeTogether(String base, String ours, String theirs, String merged) {
    ThreeWayMerge merge = merge(base, ours, theirs);
    assertThat(merge.conflicts()).isEmpty();
    Optional<byte[]> text = MergedText.of(read(base), read(ours), read(theirs), merge);
    assertThat(text.map(bytes -> differences(merged, bytes))).hasValue(List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {a: 1}             | {a: 2}             | {a: 3}             | ["a"]
          {a: 1, b: 2}       | {b: 2}             | {a: 3, b: 2}       | ["a"]
          {z: 0}             | {z: 0, a: 1}       | {z: 0, a: 2}       | ["a"]
          {a: {x: 1}, z: 0}  | {z: 0}             | {a: {x: 2}, z: 0}  | ["a"]
          {a: {x: 1}}        | {a: {x: 2}}        | {a: 3}             | ["a"]
          {a: {x: 1, y: 1}}  | {a: {x: 2, y: 2}}  | {a: {x: 3, y: 1}}  | ["a"]["x"]
          {a: [1]}           | {a: [1, 2]}        | {a: [1, 3]}        | ["a"]
          {a: [1, 2]}        | {a: [2]}           | {a: [1, 3]}        | ["a"]
          {a: [{n: x, p: 1}]} | {a: [{n: z, p: 1}, {n: x, p: 1}]} | {a: [{n: x, p: 2}]} | ["a"]
          {a: [{n: x}, {n: y}]} | {a: [{n: y}, {n: x}]} | {a: [{n: x, p: 2}, {n: y}]} | ["a"]
          {a: 1}             | {a: "1"}           | {a: 1.5}           | ["a"]
          """)
  void thePlaceWhereBothSidesDifferIsAConflict(
      String base, String ours, String theirs, String place) {
    assertThat(merge(base, ours, theirs).conflicts())
        .extracting(Place::toString)
        .containsExactly(place);
  }

  @Test
  void aCommentThatOneSideChangedStaysInTheText() {
    String base = "# old\na: 1\nb: 2\n";
    String ours = "# new\na: 1 # ours\nb: 2\n";
    String theirs = "# old\na: 1\nb: 3\n";
    assertThat(text(base, ours, theirs)).hasValue("# new\na: 1 # ours\nb: 3\n");
    assertThat(text(base, theirs, ours)).hasValue("# new\na: 1 # ours\nb: 3\n");
  }

  @Test
  void commentsThatBothSidesChangedAreNotMerged() {
    assertThat(text("# old\na: 1\n", "# new\na: 1\n", "# other\na: 2\n")).isEmpty();
  }

  @Test
  void documentsOtherThanTheFirstAreNotMerged() {
    String base = "a: 1\n---\nb: 2\n";
    assertThat(text(base, "a: 1\n---\nb: 3\n", "a: 1\n---\nb: 2\nc: 4\n")).isEmpty();
    assertThat(merge(base, "a: 1\n---\nb: 3\n", "a: 1\n---\nb: 4\n").conflicts())
        .extracting(Place::toString)
        .containsExactly("[\"b\"] in document 2");
  }

  @Test
  void valuesThatCameOrWentAreCountedOneByOne() {
    List<Change> changes =
        Changes.between(
            read("{a: 1, b: {x: 1, y: [1, 2]}}").branches(),
            read("{a: 2, c: {}, d: {e: 1, f: 2}}").branches());
    assertThat(changes).extracting(Change::values).containsExactly(1, 3, 1, 2);
  }

  private static Optional<String> text(String base, String ours, String theirs) {
    return MergedText.of(read(base), read(ours), read(theirs), merge(base, ours, theirs))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static ThreeWayMerge merge(String base, String ours, String theirs) {
    return ThreeWayMerge.of(read(base).branches(), read(ours).branches(), read(theirs).branches());
  }

  private static List<Change> differences(String wanted, byte[] text) {
    Document made = YAML.read(new SourceText("merged.yaml", text));
    return Changes.between(read(wanted).branches(), made.branches());
  }

  private static Document read(String text) {
    return YAML.read(new SourceText("a.yaml", text.getBytes(StandardCharsets.UTF_8)));
  }
}
