package dev.sealconf.document.format.yaml;

import java.util.ArrayList;
import java.util.List;

/** The comments gathered for the next node: above it, on its line, below what came before. */
final class Notes {
  static final List<CommentLine> NONE = List.of();

  List<CommentLine> head = NONE;
  List<CommentLine> line = NONE;
  List<CommentLine> foot = NONE;

  static List<CommentLine> join(List<CommentLine> first, List<CommentLine> second) {
    if (first.isEmpty()) {
      return second;
    }
    if (second.isEmpty()) {
      return first;
    }
    List<CommentLine> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}
