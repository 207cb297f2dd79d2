package dev.sealconf.binding;

import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.NotFound;
import dev.sealconf.operation.value.NodeAt;
import java.util.Optional;

/** Checks that a value which is added at a path can be found there afterwards. */
final class NewPlace {
  private NewPlace() {}

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
