package dev.sealconf.git.stage;

import dev.sealconf.document.Document;
import dev.sealconf.document.Revision;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.Location;
import dev.sealconf.error.NotFound;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.operation.merge.Changes;
import dev.sealconf.operation.value.NodeAt;
import dev.sealconf.operation.value.SameValue;
import dev.sealconf.operation.value.Steps;
import java.util.Optional;

/** Makes a text that has some values of a changed one, and is as it was in all others. */
final class ChosenValues {
  private final Document work;
  private Document staged;

  /**
   * For a plain text and its changed version.
   *
   * @param base where values are put, and {@code work} where they are from
   */
  ChosenValues(Document base, Document work) {
    this.staged = base;
    this.work = work;
  }

  /**
   * Takes the value at a path: it is set, or removed if the changed text doesn't have it.
   *
   * @param path in which a key of digits may mean a position in a list
   * @throws NotFound if neither text has a value there
   */
  void take(TreePath path) {
    Node from = top(work);
    Node to = top(staged);
    TreePath exact = positions(from, path);
    Optional<Node> value = NodeAt.search(from, exact);
    if (value.isEmpty()) {
      exact = positions(to, path);
    }
    Optional<Node> before = NodeAt.search(to, exact);
    if (value.isPresent()) {
      set(exact, value.get().resolved(), before);
    } else if (before.isPresent()) {
      apply(new Revision(staged, staged.format().unset(staged, exact)));
    } else {
      throw new NotFound("there is no value at " + path)
          .at(Location.of(work.source().name()))
          .hint("to list the values that changed, leave out --key");
    }
  }

  private void set(TreePath path, Node value, Optional<Node> before) {
    if (before.isPresent() && SameValue.holds(before.get(), value)) {
      return;
    }
    Steps.refuseOtherKind(top(staged), path, false);
    apply(new Revision(staged, staged.format().set(staged, path, value)));
    boolean same =
        NodeAt.search(top(staged), path).filter(node -> SameValue.holds(node, value)).isPresent();
    if (!same) {
      throw new OutputFailure.NotRepresentable("the value at " + path + " can't be staged alone")
          .at(Location.of(work.source().name()))
          .hint("stage the whole file: git add");
    }
  }

  private void apply(Revision revision) {
    staged = staged.format().read(new SourceText(staged.source().name(), revision.after()));
  }

  /**
   * Returns the text so far; the changed text itself, with its layout, if both have the same
   * values.
   */
  byte[] text() {
    boolean all = Changes.between(staged.branches(), work.branches()).isEmpty();
    return all ? work.source().bytes() : staged.source().bytes();
  }

  private static Node top(Document document) {
    return document.branches().get(0);
  }

  /**
   * Returns the same path with a position wherever the tree has a list, and the key is a number.
   */
  private static TreePath positions(Node root, TreePath path) {
    TreePath exact = TreePath.ROOT;
    Optional<Node> node = Optional.of(root);
    for (TreePath.Step step : path.steps()) {
      boolean list = node.map(Node::resolved).filter(n -> n instanceof ListNode).isPresent();
      TreePath.Step next = step;
      if (list && step instanceof TreePath.Key key && key.name().matches("[0-9]{1,9}")) {
        next = new TreePath.Index(Integer.parseInt(key.name()));
      }
      exact = exact.then(next);
      TreePath.Step last = next;
      node =
          node.map(Node::resolved)
              .filter(n -> n instanceof ListNode || n instanceof MapNode)
              .flatMap(n -> NodeAt.search(n, TreePath.ROOT.then(last)));
    }
    return exact;
  }
}
