package dev.sealconf.binding;

import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.NotFound;
import dev.sealconf.error.SealconfException;
import dev.sealconf.operation.value.NodeAt;
import java.util.List;
import java.util.Optional;

/** Finds where to add a value, so that it is found by the same path afterwards. */
final class NewPlace {
  private NewPlace() {}

  /**
   * Returns the path that a text means, where there is nothing yet: below the node with the longest
   * name that the text starts with.
   *
   * @throws SealconfException a {@code UsageFailure.InvalidPath} if several nodes have this name
   */
  static TreePath of(Values values, String text) {
    List<PathText.Part> parts = PathText.parts(text);
    for (int known = parts.size() - 1; known > 0 && !PathText.isExact(text); known--) {
      String name = text.substring(0, parts.get(known - 1).end());
      if (!NodeSearch.all(values, name).isEmpty()) {
        TreePath path = values.find(name).orElseThrow();
        for (PathText.Part part : parts.subList(known, parts.size())) {
          path = path.then(part.step());
        }
        return path;
      }
    }
    return TreePath.of(PathText.steps(text));
  }

  /**
   * Refuses a path through a value, and a position that isn't the next one of its list.
   *
   * @throws BindingFailure if there is a value above the path
   * @throws NotFound if the position doesn't follow the last one of the list
   */
  static void check(Node root, TreePath path) {
    TreePath above = TreePath.ROOT;
    for (TreePath.Step step : path.steps()) {
      Optional<Node> node = NodeAt.search(root, above);
      if (node.isPresent()
          && node.get() instanceof Leaf leaf
          && !(leaf.value() instanceof Scalar.Null)) {
        throw new BindingFailure(
                "the value at "
                    + above
                    + " is "
                    + Kind.of(leaf)
                    + ", and the path goes on below it")
            .hint("to replace it with a map or a list, set one at " + above);
      }
      if (step instanceof TreePath.Index index) {
        int size =
            node.isPresent() && node.get() instanceof ListNode list ? list.items().size() : 0;
        if (index.position() > size) {
          throw new NotFound("the list at " + above + " has no position " + index.position())
              .hint("the next position is " + size);
        }
      }
      above = above.then(step);
    }
  }
}
