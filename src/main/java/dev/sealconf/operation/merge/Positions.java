package dev.sealconf.operation.merge;

import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.Node;
import java.util.Optional;

/** Tells whether a position means the same item in three versions of a list. */
final class Positions {
  private Positions() {}

  /**
   * Returns whether at most one of the two sides made the list longer or shorter, and only at its
   * end, and no item of either moved to another place.
   */
  static boolean keepMeaning(ListNode base, ListNode ours, ListNode theirs) {
    return (sameLength(base, ours) || sameLength(base, theirs))
        && keepsPlaces(base, ours)
        && keepsPlaces(base, theirs);
  }

  private static boolean keepsPlaces(ListNode was, ListNode now) {
    boolean sameLength = sameLength(was, now);
    int common = Math.min(was.items().size(), now.items().size());
    for (int i = 0; i < common; i++) {
      Optional<Node> item = Optional.of(now.items().get(i));
      if (!Children.same(Optional.of(was.items().get(i)), item)
          && (!sameLength || isIn(was, item))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIn(ListNode list, Optional<Node> item) {
    return list.items().stream().anyMatch(one -> Children.same(Optional.of(one), item));
  }

  private static boolean sameLength(ListNode one, ListNode other) {
    return one.items().size() == other.items().size();
  }
}
