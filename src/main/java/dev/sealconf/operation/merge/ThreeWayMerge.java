package dev.sealconf.operation.merge;

import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of merging two changed versions of a file, key by key.
 *
 * @param ours what only our side changed
 * @param theirs what only their side changed
 * @param conflicts where both sides changed the same place in different ways
 */
public record ThreeWayMerge(List<Change> ours, List<Change> theirs, List<Place> conflicts) {

  /** Merges the trees of a file and its two changed versions, document by document. */
  public static ThreeWayMerge of(List<MapNode> base, List<MapNode> ours, List<MapNode> theirs) {
    Merging merging = new Merging();
    int documents = Math.max(base.size(), Math.max(ours.size(), theirs.size()));
    for (int i = 0; i < documents; i++) {
      merging.document = i;
      merging.merge(TreePath.ROOT, Changes.at(base, i), Changes.at(ours, i), Changes.at(theirs, i));
    }
    return new ThreeWayMerge(
        List.copyOf(merging.ours), List.copyOf(merging.theirs), List.copyOf(merging.conflicts));
  }

  private static final class Merging {
    private final List<Change> ours = new ArrayList<>();
    private final List<Change> theirs = new ArrayList<>();
    private final List<Place> conflicts = new ArrayList<>();
    private int document;

    private void merge(
        TreePath path, Optional<Node> base, Optional<Node> our, Optional<Node> their) {
      if (Children.same(our, their)) {
        return;
      }
      if (Children.same(base, our)) {
        theirs.addAll(Changes.between(document, path, base, their));
      } else if (Children.same(base, their)) {
        ours.addAll(Changes.between(document, path, base, our));
      } else if (canDescend(base, our, their)) {
        Map<TreePath.Step, Node> was = Children.of(base);
        Map<TreePath.Step, Node> one = Children.of(our);
        Map<TreePath.Step, Node> other = Children.of(their);
        for (TreePath.Step step : Children.steps(was, one, other)) {
          merge(path.then(step), at(was, step), at(one, step), at(other, step));
        }
      } else {
        conflicts.add(new Place(document, path));
      }
    }

    private static Optional<Node> at(Map<TreePath.Step, Node> children, TreePath.Step step) {
      return Optional.ofNullable(children.get(step));
    }

    /** Descends into two lists only if positions mean the same in both. */
    private static boolean canDescend(
        Optional<Node> base, Optional<Node> our, Optional<Node> their) {
      if (our.isEmpty() || their.isEmpty() || !Children.alike(our.get(), their.get())) {
        return false;
      }
      if (our.get() instanceof ListNode one && their.get() instanceof ListNode other) {
        return base.isPresent()
            && base.get() instanceof ListNode was
            && Positions.keepMeaning(was, one, other);
      }
      return base.isEmpty() || base.get() instanceof MapNode;
    }
  }
}
