package dev.sealconf.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.SealconfException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlatNamesTest {

  private static MapNode map(Object... keysAndNodes) {
    Entry[] entries = new Entry[keysAndNodes.length / 2];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = Entry.of((String) keysAndNodes[2 * i], (Node) keysAndNodes[2 * i + 1]);
    }
    return MapNode.of(Arrays.asList(entries));
  }

  private static List<Entry> flat(String... names) {
    return Arrays.stream(names).map(name -> Entry.of(name, Leaf.of("v"))).toList();
  }

  @Test
  void flattensMapsAndListsAndTheirLeaves() {
    MapNode tree =
        map(
            "age", ListNode.of(List.of(map("enc", Leaf.of("a\nb")), map("enc", Leaf.of("c")))),
            "empty", ListNode.of(List.of()),
            "mac_only_encrypted", Leaf.of(new Scalar.Bool(true)),
            "shamir_threshold", Leaf.of(new Scalar.Int(2)));

    assertThat(FlatNames.flatten(tree))
        .containsExactly(
            Entry.of("age__list_0__map_enc", Leaf.of("a\nb")),
            Entry.of("age__list_1__map_enc", Leaf.of("c")),
            Entry.of("mac_only_encrypted", Leaf.of("true")),
            Entry.of("shamir_threshold", Leaf.of("2")));
  }

  @Test
  void unflattensInAnyOrder() {
    MapNode tree = FlatNames.unflatten(flat("g__list_1__map_a__list_0", "v", "g__list_0__map_b"));

    assertThat(tree)
        .isEqualTo(
            map(
                "g",
                ListNode.of(
                    List.of(map("b", Leaf.of("v")), map("a", ListNode.of(List.of(Leaf.of("v")))))),
                "v",
                Leaf.of("v")));
    assertThat(FlatNames.unflatten(List.of()).members()).isEmpty();
  }

  @Test
  void refusesNamesThatContradictEachOther() {
    for (List<Entry> names :
        List.of(
            flat("a", "a"),
            flat("a", "a__map_b"),
            flat("a__map_b", "a"),
            flat("a__list_0", "a__map_b"),
            flat("a__list_1"),
            flat("a__list_-1"))) {
      assertThatThrownBy(() -> FlatNames.unflatten(names))
          .isInstanceOf(SealconfException.class)
          .hasMessageContaining("metadata is broken");
    }
  }

  @Test
  void refusesToFlattenTwoFieldsToOneName() {
    MapNode tree = map("a__map_b", Leaf.of("x"), "a", map("b", Leaf.of("y")));

    assertThatThrownBy(() -> FlatNames.flatten(tree)).hasMessageContaining("a__map_b");
  }

  @Test
  void refusesToNestTooDeeply() {
    List<Entry> deep = flat("a" + "__map_a".repeat(1000));

    assertThatThrownBy(() -> FlatNames.unflatten(deep)).hasMessageContaining("too deeply");
  }
}
