package dev.sealconf.document.format.yaml.parse;

import java.util.ArrayList;
import java.util.List;

/** The comments collected for the next node: above it, on its line, and below what came before. */
final class PendingComments {
  static final List<CommentLine> NONE = List.of();

  List<CommentLine> head = NONE;
  List<CommentLine> line = NONE;
  List<CommentLine> foot = NONE;

  /**
   * A list that {@link #join} created and may extend, because many comments may wait for one node.
   */
  private static final class Joined extends ArrayList<CommentLine> {
    private static final long serialVersionUID = 1L;

    Joined(List<CommentLine> first) {
      super(first);
    }
  }

  /** Joins both lists. Do not use {@code first} afterward. */
  static List<CommentLine> join(List<CommentLine> first, List<CommentLine> second) {
    if (first.isEmpty()) {
      return second;
    }
    if (second.isEmpty()) {
      return first;
    }
    List<CommentLine> both = first instanceof Joined ? first : new Joined(first);
    both.addAll(second);
    return both;
  }
}
