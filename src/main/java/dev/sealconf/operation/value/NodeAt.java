package dev.sealconf.operation.value;

import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.NotFound;
import dev.sealconf.error.SealconfException;
import java.util.Optional;

/** Finds the node at a path. */
public final class NodeAt {
  private NodeAt() {}

  /**
   * Returns the node.
   *
   * @throws SealconfException with {@code GENERIC} if there is none
   */
  public static Node find(Node root, TreePath path) {
    return search(root, path)
        .orElseThrow(
            () ->
                new NotFound("no value at " + path)
                    .hint("paths look like [\"key\"][0][\"other\"]; positions count from 0"));
  }

  /** Returns the node, or empty if there is none. */
  public static Optional<Node> search(Node root, TreePath path) {
    Node node = root.resolved();
    for (TreePath.Step step : path.steps()) {
      Optional<Node> next = child(node, step);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      node = next.get();
    }
    return Optional.of(node);
  }

  private static Optional<Node> child(Node node, TreePath.Step step) {
    if (step instanceof TreePath.Key key && node instanceof MapNode map) {
      return map.entry(key.name()).map(entry -> entry.value().resolved());
    } else if (step instanceof TreePath.Index index && node instanceof ListNode list) {
      int position = index.position();
      boolean inside = position >= 0 && position < list.items().size();
      return inside ? Optional.of(list.items().get(position).resolved()) : Optional.empty();
    }
    return Optional.empty();
  }
}
