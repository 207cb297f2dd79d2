package dev.sealconf.operation.value;

import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import java.util.List;

/** Tells whether every string in a value reads back as intended. */
public final class WrittenText {
  private WrittenText() {}

  /** Doesn't compare other scalars, because ENV and INI have only strings. */
  public static boolean holds(Node wanted, Node written) {
    Node found = written.resolved();
    if (wanted instanceof Leaf leaf && leaf.value() instanceof Scalar.Text text) {
      return found instanceof Leaf other && other.value().equals(text);
    } else if (wanted instanceof ListNode list) {
      return found instanceof ListNode other && all(list.items(), other.items());
    } else if (wanted instanceof MapNode map) {
      return found instanceof MapNode other
          && all(
              map.entries().stream().map(entry -> entry.value()).toList(),
              other.entries().stream().map(entry -> entry.value()).toList());
    }
    return true;
  }

  private static boolean all(List<Node> wanted, List<Node> written) {
    boolean same = wanted.size() == written.size();
    for (int i = 0; same && i < wanted.size(); i++) {
      same = holds(wanted.get(i), written.get(i));
    }
    return same;
  }
}
