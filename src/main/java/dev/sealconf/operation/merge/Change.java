package dev.sealconf.operation.merge;

import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import java.util.List;
import java.util.Optional;

/**
 * One difference between two documents.
 *
 * @param before the old node; empty if it was added
 * @param after the new node; empty if it was removed
 */
public record Change(Place place, Optional<Node> before, Optional<Node> after) {

  /**
   * Returns how many values changed: all values of a map or list that was added or removed,
   * otherwise one.
   */
  public int values() {
    return before.isPresent() && after.isPresent()
        ? 1
        : leaves(before.or(() -> after).orElseThrow());
  }

  private static int leaves(Node node) {
    Node meant = node.resolved();
    if (meant instanceof Leaf) {
      return 1;
    }
    List<Node> children =
        meant instanceof MapNode map
            ? map.entries().stream().map(entry -> entry.value()).toList()
            : ((ListNode) meant).items();
    return Math.max(1, children.stream().mapToInt(Change::leaves).sum());
  }
}
