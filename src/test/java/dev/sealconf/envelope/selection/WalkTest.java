package dev.sealconf.envelope.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.SealconfException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkTest {
  /**
   * One map that every rule is tried on: {@code # keep}, {@code a}, {@code b_unencrypted: {c}},
   * {@code # secret}, {@code # more}, {@code d: [e, # secret, f]}, {@code g}.
   */
  private static final MapNode TREE =
      MapNode.of(
          List.of(
              Comment.of("keep"),
              Entry.of("a", Leaf.of("1")),
              Entry.of("b_unencrypted", MapNode.of(List.of(Entry.of("c", Leaf.of("2"))))),
              Comment.of("secret"),
              Comment.of("more"),
              Entry.of("d", ListNode.of(List.of(Leaf.of("e"), Comment.of("secret"), Leaf.of("f")))),
              Entry.of("g", Leaf.of("3"))));

  @ParameterizedTest
  @CsvSource({
    "UNSAID, _unencrypted, # a # # d0 # d1 g",
    "UNENCRYPTED_SUFFIX, _unencrypted, # a # # d0 # d1 g",
    "ENCRYPTED_SUFFIX, d, b_unencrypted.c d0 # d1",
    "UNENCRYPTED_REGEX, ^[ad]$, # b_unencrypted.c # # g",
    "ENCRYPTED_REGEX, ^[ad]$, a d0 # d1",
    "ENCRYPTED_COMMENT_REGEX, secret, # d0 # d1",
    "UNENCRYPTED_COMMENT_REGEX, secret, # a b_unencrypted.c g",
  })
  void selectsAsSopsDoes(Selection.Kind kind, String argument, String selected) {
    Selector selector = Selector.of(new Selection(kind, argument));
    String found =
        Walk.of(List.of(TREE), selector).stream()
            .filter(Place::selected)
            .map(WalkTest::show)
            .collect(Collectors.joining(" "));
    assertThat(found).isEqualTo(selected);
  }

  @Test
  void neverSelectsNullOrEmptyText() {
    MapNode tree =
        MapNode.of(
            List.of(
                Entry.of("a", Leaf.of("")),
                Entry.of("b", Leaf.of(new Scalar.Null())),
                Comment.of("")));
    assertThat(Walk.of(List.of(tree), Selector.of(Selection.DEFAULT)))
        .noneMatch(Place::selected)
        .allMatch(Place::wanted)
        .hasSize(4);
  }

  @Test
  void recordsTheEndOfEveryMapAndListForTheSeal() {
    MapNode tree =
        MapNode.of(
            List.of(Entry.of("m", MapNode.of(List.of())), Entry.of("l", ListNode.of(List.of()))));
    assertThat(Walk.of(List.of(tree), Selector.of(Selection.DEFAULT)))
        .extracting(place -> place.path().toString())
        .containsExactly("[\"m\"]", "[\"l\"]", "the root");
  }

  @Test
  void knowsTheSelectionOfAnEntryAddedAfterAComment() {
    MapNode tree =
        MapNode.of(
            List.of(
                Comment.of("public"),
                Entry.of("a", Leaf.of("")),
                Entry.of("b", Leaf.of("1")),
                Comment.of("public")));
    Selection rule = new Selection(Selection.Kind.UNENCRYPTED_COMMENT_REGEX, "public");
    assertThat(Walk.of(List.of(tree), Selector.of(rule)))
        .extracting(Place::wanted)
        .containsExactly(false, false, true, false, false);
  }

  @Test
  void refusesAPatternThatDoesNotCompileInsteadOfSealingNothing() {
    assertThatThrownBy(() -> Selector.of(new Selection(Selection.Kind.ENCRYPTED_REGEX, "(")))
        .isInstanceOfSatisfying(
            SealconfException.class,
            e -> assertThat(ExitCode.of(e)).isEqualTo(ExitCode.CONFLICTING_PARAMETERS));
  }

  private static String show(Place place) {
    if (place.element() instanceof Comment) {
      return "#";
    }
    return place.path().toString().replace("\"][\"", ".").replaceAll("[\\[\\]\"]", "");
  }

  @Test
  void aPatternThatWouldTakeMinutesIsRefused() {
    String pattern = "(" + ".*x|".repeat(4_000) + "y)";
    Selector selector = Selector.of(new Selection(Selection.Kind.ENCRYPTED_REGEX, pattern));
    MapNode tree = MapNode.of(List.of(Entry.of("k".repeat(200_000), Leaf.of("v"))));
    assertThatThrownBy(() -> Walk.of(List.of(tree), selector))
        .isInstanceOf(SealconfException.class)
        .hasMessageContaining("too long a pattern");
  }
}
