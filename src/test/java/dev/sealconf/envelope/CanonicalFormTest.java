package dev.sealconf.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.envelope.selection.Selector;
import dev.sealconf.envelope.selection.Walk;
import dev.sealconf.envelope.spelling.OpenedPlace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalFormTest {
  private static final Selection BY_KEYS = new Selection(Selection.Kind.ENCRYPTED_REGEX, "^s");
  private static final Selection BY_COMMENTS =
      new Selection(Selection.Kind.UNENCRYPTED_COMMENT_REGEX, "public");

  @ParameterizedTest
  @CsvSource({
    "map split in two, 'a: {x: 1, y: 2}', 'a: {x: 1}\na: {y: 2}'",
    "entry moved out, 'a: {x: 1, y: 2}', 'a: {x: 1}\ny: 2'",
    "list joined, '[[1], [2]]', '[[1, 2]]'",
    "list for a map, '{}', '[]'",
    "empty map added, 'a: [1]', 'a: [1, {}]'",
    "empty document appended, 'a: 1', 'a: 1\n---\n'",
    "key with the name of a mark, 'end: 1', 'end:\n  end: 1'",
    "null for an empty text, '\"\"', '~'",
  })
  void distinguishesDocumentsThatHaveTheSameValues(String what, String one, String other) {
    String a = one.startsWith("[") || one.equals("{}") || one.equals("\"\"") ? "k: " + one : one;
    String b = a.equals(one) ? other : "k: " + other;
    assertThat(form(a, BY_KEYS, false)).as(what).isNotEqualTo(form(b, BY_KEYS, false));
  }

  @ParameterizedTest
  @CsvSource({
    "of an empty value, '# public\na: \"\"', 'a: \"\"'",
    "of null, 'b: 1\n# public\na:', 'b: 1\na:'",
    "of an empty map, 'b: 1\n# public\na: {}', 'b: 1\na: {}'",
    "at the end, 'b: \"\"\n# public', 'b: \"\"'",
    "at the end of a list, 'b:\n  - \"\"\n  # public\n', 'b:\n  - \"\"\n'",
  })
  void containsTheSelectionOfEmptyAndAddedValues(String what, String one, String other) {
    assertThat(form(one, BY_COMMENTS, false))
        .as(what)
        .isNotEqualTo(form(other, BY_COMMENTS, false));
  }

  @Test
  void containsNoClearComment() {
    assertThat(form("# x\na: \"\" # y\n# z\n", BY_COMMENTS, false))
        .isEqualTo(form("a: \"\"\n", BY_COMMENTS, false));
  }

  @ParameterizedTest
  @CsvSource({
    "a clear value, 'a: 1\ns: x', 'a: two\ns: x'",
    "a clear entry, 's: x', 'a: {b: [1, {}]}\ns: x\nc:'",
    "a clear item, 'a: [{s: x}]', 'a: [1, {b: 2}, {s: x}, {}]'",
    "all that is clear, 'a: 1', 'b: {}'",
  })
  void leavesOutClearValuesIfTheMacCoversOnlySealedOnes(String what, String one, String other) {
    assertThat(form(one, BY_KEYS, true)).as(what).isEqualTo(form(other, BY_KEYS, true));
    assertThat(form(one, BY_KEYS, false)).as(what).isNotEqualTo(form(other, BY_KEYS, false));
  }

  @ParameterizedTest
  @CsvSource({
    "an empty value, 's: {a: \"\"}', 's: {}'",
    "an empty list, 's: []', 'b: 1'",
    "the place, 'a: {s: x}', 'b: {s: x}'",
    "the order, 's: x\nsx: x', 'sx: x\ns: x'",
    "a document, 's: x', 's: x\n---\na: 1'",
  })
  void stillContainsEverythingThatIsOrWouldBeSealed(String what, String one, String other) {
    assertThat(form(one, BY_KEYS, true)).as(what).isNotEqualTo(form(other, BY_KEYS, true));
  }

  @Test
  void containsTheOrderOfSealedCommentsButNotTheirMap() {
    byte[] form = form("a:\n  sx: 1\n#S\nsb:\n  sx: 2\n", BY_KEYS, false);
    assertThat(form("a:\n  sx: 1\nsb:\n  #S\n  sx: 2\n", BY_KEYS, false)).isEqualTo(form);
    assertThat(form("a:\n  sx: 1\nsb:\n  sx: 2\n  #S\n", BY_KEYS, false)).isNotEqualTo(form);
    assertThat(form("a:\n  sx: 1\nsb:\n  #T\n  sx: 2\n", BY_KEYS, false)).isNotEqualTo(form);
  }

  @Test
  void containsAKeyOnceNoMatterHowManyValuesAreBelowIt() {
    String values = "  - x\n".repeat(1_000);
    assertThat(form("k".repeat(1_000) + ":\n" + values, BY_KEYS, false)).hasSizeLessThan(60_000);
  }

  @Test
  void containsTheTypeInTheToken() {
    assertThat(form("s: x", BY_KEYS, false, "str"))
        .isNotEqualTo(form("s: x", BY_KEYS, false, "bytes"));
  }

  private static byte[] form(String yaml, Selection selection, boolean macOnly) {
    return form(yaml, selection, macOnly, "str");
  }

  /** The form of a document in which all that is selected stands in tokens of one type. */
  private static byte[] form(String yaml, Selection selection, boolean macOnly, String type) {
    SourceText source = new SourceText("test.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    Document document = new DocumentFormats().named("yaml").read(source);
    Metadata metadata =
        new Metadata(
            List.of(),
            new Terms(List.of(), 0, selection, macOnly, Terms.SealPolicy.ALWAYS),
            "",
            "",
            "3.13.3",
            Optional.empty());
    List<OpenedPlace> places =
        Walk.of(document.branches(), Selector.of(selection)).stream()
            .map(place -> opened(place, type))
            .toList();
    return CanonicalForm.of(metadata, document.branches(), places);
  }

  private static OpenedPlace opened(Place place, String type) {
    String token = "ENC[AES256_GCM,data:eA==,iv:eA==,tag:eA==,type:" + type + "]";
    if (place.element() instanceof Comment comment) {
      boolean upper = comment.text().matches("[A-Z]");
      return new OpenedPlace(place, new Scalar.Text(comment.text()), upper ? token : "");
    }
    Scalar value = place.element() instanceof Leaf leaf ? leaf.value() : new Scalar.Null();
    boolean sealed = place.selected() && place.element() instanceof Leaf;
    return new OpenedPlace(place, value, sealed ? token : "");
  }
}
