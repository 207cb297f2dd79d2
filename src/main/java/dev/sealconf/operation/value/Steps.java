package dev.sealconf.operation.value;

import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.NotFound;
import dev.sealconf.error.SealconfException;

/** Checks that the steps of a path fit the maps and lists of the tree. */
public final class Steps {
  private Steps() {}

  /**
   * Refuses a path with which {@code set} would replace a map with a list or a list with a map.
   *
   * @param force whether that is allowed; the top of a file always stays a map
   * @throws SealconfException with {@code GENERIC} for a position in a map or a key in a list
   */
  public static void refuseOtherKind(Node root, TreePath path, boolean force) {
    Node node = root;
    TreePath before = TreePath.ROOT;
    for (TreePath.Step step : path.steps()) {
      boolean key = step instanceof TreePath.Key;
      boolean otherKind = key ? node instanceof ListNode : node instanceof MapNode;
      if (otherKind && (!force || before.depth() == 0)) {
        throw otherKind(before, key);
      }
      before = before.then(step);
      Node next = NodeAt.search(node, TreePath.ROOT.then(step)).orElse(null);
      if (next == null) {
        return;
      }
      node = next;
    }
  }

  private static SealconfException otherKind(TreePath place, boolean key) {
    String what = place.depth() == 0 ? "the top of the file" : "the value at " + place;
    String message =
        what
            + (key
                ? " is a list, and the path has a key"
                : " is a map, and the path has a position");
    SealconfException failure = new NotFound(message);
    return place.depth() == 0
        ? failure.hint("start the path with a key: [\"key\"]")
        : failure
            .hint(key ? "name a position, counted from 0: [0]" : "name a key: [\"key\"]")
            .hint("--force replaces what is there");
  }
}
