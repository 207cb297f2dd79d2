package dev.sealconf.document.format.yaml.layout;

import dev.sealconf.document.format.yaml.parse.CommentLine;
import dev.sealconf.document.format.yaml.parse.ParsedDocument;
import dev.sealconf.document.format.yaml.parse.ParsedNode;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Comments that SOPS ignores and drops from the files it writes. We keep them, so they need a place
 * in the tree, or they would stay unencrypted: the end of the collection that they are in.
 */
final class DroppedComments {
  private DroppedComments() {}

  /** Gives a place to every comment without one. Returns whether there was any. */
  static boolean keep(List<ParsedDocument> documents, List<CommentLine> comments) {
    boolean any = false;
    for (CommentLine comment : comments) {
      if (!comment.placed) {
        any = true;
        around(comment.start, documents).lose(List.of(comment));
      }
    }
    return any;
  }

  private static ParsedNode around(int offset, List<ParsedDocument> documents) {
    int last = Math.max(0, lastUpTo(offset, documents, ParsedDocument::marker));
    ParsedNode found = documents.get(last).root();
    if (last == 1 && offset < found.start) {
      return documents.get(0).root(); // It is read there once a block precedes the marker.
    }
    for (ParsedNode inner = found; inner != null; inner = inner(inner, offset)) {
      found = inner;
    }
    return found;
  }

  /** Returns the child collection of {@code raw} that contains the offset, or null. */
  private static ParsedNode inner(ParsedNode raw, int offset) {
    int at = lastUpTo(offset, raw.children, child -> child.start);
    if (at < 0) {
      return null;
    }
    ParsedNode child = raw.children.get(at);
    boolean collection = child.kind == ParsedNode.Kind.MAP || child.kind == ParsedNode.Kind.LIST;
    return collection && offset < child.end ? child : null;
  }

  /**
   * Returns the position of the last element that starts at or before the offset. The elements are
   * sorted.
   */
  private static <T> int lastUpTo(int offset, List<T> all, ToIntFunction<T> start) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start.applyAsInt(all.get(middle)) <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
