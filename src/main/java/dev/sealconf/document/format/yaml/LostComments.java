package dev.sealconf.document.format.yaml;

import java.util.List;

/**
 * Comments that SOPS reads over and drops from the files it writes. They stay in ours, so they need
 * a place in the tree, or they would be left readable: the end of the collection they stand in.
 */
final class LostComments {
  private LostComments() {}

  /** Gives every comment without a place one; tells whether there was any. */
  static boolean keep(List<RawDocument> documents, List<CommentLine> comments) {
    boolean any = false;
    for (CommentLine comment : comments) {
      if (!comment.placed) {
        any = true;
        around(comment.start, documents).lost.add(comment);
      }
    }
    return any;
  }

  private static Raw around(int offset, List<RawDocument> documents) {
    int last = documents.size() - 1;
    while (last > 0 && documents.get(last).marker() > offset) {
      last--;
    }
    Raw found = documents.get(last).root();
    if (last == 1 && offset < found.start) {
      return documents.get(0).root(); // where it is read once a block stands before the marker
    }
    Raw inner = found;
    while (inner != null) {
      found = inner;
      inner = null;
      for (Raw child : found.children) {
        boolean collection = child.kind == Raw.Kind.MAP || child.kind == Raw.Kind.LIST;
        if (collection && child.start <= offset && offset < child.end) {
          inner = child;
        }
      }
    }
    return found;
  }
}
