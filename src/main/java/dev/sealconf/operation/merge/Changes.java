package dev.sealconf.operation.merge;

import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds differences between two trees. Comments, layout and the order of keys don't count. */
public final class Changes {
  private final int document;
  private final List<Change> found = new ArrayList<>();

  private Changes(int document) {
    this.document = document;
  }

  /** Returns the differences between two files, document by document. */
  public static List<Change> between(List<MapNode> before, List<MapNode> after) {
    List<Change> all = new ArrayList<>();
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      all.addAll(between(i, TreePath.ROOT, at(before, i), at(after, i)));
    }
    return all;
  }

  /** Returns the differences at one place and below it. */
  static List<Change> between(
      int document, TreePath path, Optional<Node> before, Optional<Node> after) {
    Changes changes = new Changes(document);
    changes.compare(path, before, after);
    return changes.found;
  }

  static Optional<Node> at(List<MapNode> branches, int document) {
    return document < branches.size() ? Optional.of(branches.get(document)) : Optional.empty();
  }

  private void compare(TreePath path, Optional<Node> before, Optional<Node> after) {
    if (before.isPresent() && after.isPresent() && Children.alike(before.get(), after.get())) {
      Map<TreePath.Step, Node> was = Children.of(before.get());
      Map<TreePath.Step, Node> is = Children.of(after.get());
      for (TreePath.Step step : Children.steps(was, is)) {
        compare(
            path.then(step), Optional.ofNullable(was.get(step)), Optional.ofNullable(is.get(step)));
      }
    } else if (!Children.same(before, after)) {
      found.add(new Change(new Place(document, path), before, after));
    }
  }
}
