package dev.sealconf.operation.value;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import java.util.List;

/** Compares nodes by type and value. Layout and comments don't count. */
public final class SameValue {
  private SameValue() {}

  /** Returns whether two nodes have the same value. */
  public static boolean holds(Node one, Node other) {
    Node a = one.resolved();
    Node b = other.resolved();
    if (a instanceof Leaf x && b instanceof Leaf y) {
      return x.value().equals(y.value());
    } else if (a instanceof ListNode x && b instanceof ListNode y) {
      return all(x.items(), y.items());
    } else if (a instanceof MapNode x && b instanceof MapNode y) {
      return x.entries().stream()
              .map(Entry::key)
              .toList()
              .equals(y.entries().stream().map(Entry::key).toList())
          && all(
              x.entries().stream().map(Entry::value).toList(),
              y.entries().stream().map(Entry::value).toList());
    }
    return false;
  }

  private static boolean all(List<Node> ones, List<Node> others) {
    boolean same = ones.size() == others.size();
    for (int i = 0; same && i < ones.size(); i++) {
      same = holds(ones.get(i), others.get(i));
    }
    return same;
  }
}
