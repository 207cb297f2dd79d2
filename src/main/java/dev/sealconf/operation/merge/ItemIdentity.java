package dev.sealconf.operation.merge;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells the items of a list apart by the value of one of their keys, such as {@code name}, so that
 * an item is the same one wherever it is in the list.
 *
 * @param keys the keys to try, in this order; none to compare items by position
 */
public record ItemIdentity(List<String> keys) {

  /** Compares the items of every list by position. */
  public static final ItemIdentity NONE = new ItemIdentity(List.of());

  /**
   * Returns the identities of the items of several versions of a list.
   *
   * @return one list for each version; empty unless there is a key that every item of every version
   *     has, with another value in each item of a version
   */
  Optional<List<List<Scalar>>> of(List<ListNode> versions) {
    return keys.stream().flatMap(key -> by(key, versions).stream()).findFirst();
  }

  private static Optional<List<List<Scalar>>> by(String key, List<ListNode> versions) {
    List<List<Scalar>> all = new ArrayList<>();
    for (ListNode version : versions) {
      List<Scalar> values = version.items().stream().flatMap(item -> value(item, key)).toList();
      boolean each = values.size() == version.items().size();
      if (!each || values.stream().distinct().count() < values.size()) {
        return Optional.empty();
      }
      all.add(values);
    }
    return Optional.of(all);
  }

  private static Stream<Scalar> value(Node item, String key) {
    return item.resolved() instanceof MapNode map
        ? map
            .entry(key)
            .map(Entry::value)
            .map(Node::resolved)
            .filter(Leaf.class::isInstance)
            .map(leaf -> ((Leaf) leaf).value())
            .stream()
        : Stream.of();
  }
}
