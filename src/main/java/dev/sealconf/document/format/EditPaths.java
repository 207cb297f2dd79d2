package dev.sealconf.document.format;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath.Index;
import dev.sealconf.document.tree.TreePath.Key;
import dev.sealconf.document.tree.TreePath.Step;
import java.util.List;

/** Follows the steps of a path to set or unset ({@code docs/compatibility.md §set}). */
public final class EditPaths {
  private EditPaths() {}

  /**
   * Returns the position of the entry or item that a step names; of duplicate keys, the first. -1
   * if there is none.
   */
  public static int position(Node at, Step step) {
    if (at instanceof MapNode map && step instanceof Key key) {
      List<Entry> entries = map.entries();
      for (int i = 0; i < entries.size(); i++) {
        if (entries.get(i).key().equals(key.name())) {
          return i;
        }
      }
    } else if (at instanceof ListNode list && step instanceof Index index) {
      return index.position() < list.items().size() ? index.position() : -1;
    }
    return -1;
  }

  /** Returns the value at this position of a map or list, not counting comments. */
  public static Node child(Node at, int position) {
    return at instanceof MapNode map
        ? map.entries().get(position).value()
        : ((ListNode) at).items().get(position);
  }

  /** Wraps the value in the maps and one-item lists that these steps require. */
  public static Node nest(List<Step> steps, Node value) {
    Node nested = value;
    for (int i = steps.size() - 1; i >= 0; i--) {
      nested =
          steps.get(i) instanceof Key key
              ? MapNode.of(List.of(Entry.of(key.name(), nested)))
              : ListNode.of(List.of(nested));
    }
    return nested;
  }

  /** Returns whether a node, or the target of an alias, is a single value. */
  public static boolean isLeaf(Node node) {
    return node.resolved() instanceof Leaf;
  }
}
