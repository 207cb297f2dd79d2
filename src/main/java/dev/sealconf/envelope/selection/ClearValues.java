package dev.sealconf.envelope.selection;

import dev.sealconf.document.Document;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.token.ValueText;
import java.util.ArrayList;
import java.util.List;

/** Finds the values that a selection leaves clear. */
public final class ClearValues {
  private ClearValues() {}

  /** Returns the paths of the non-empty values of one document, counted from 0, that stay clear. */
  public static List<TreePath> in(Document plain, Selection selection, int document) {
    return below(plain, selection, TreePath.ROOT, document);
  }

  /**
   * Returns the paths of the non-empty values at or below a path of the first document that stay
   * clear.
   */
  public static List<TreePath> below(Document plain, Selection selection, TreePath below) {
    return below(plain, selection, below, 0);
  }

  private static List<TreePath> below(
      Document plain, Selection selection, TreePath below, int document) {
    List<TreePath> paths = new ArrayList<>();
    for (Place place : Walk.of(plain, Selector.of(selection))) {
      if (place.branch() == document
          && !place.selected()
          && place.element() instanceof Leaf leaf
          && ValueText.bytes(leaf.value()).length > 0
          && startsWith(place.path(), below)) {
        paths.add(place.path());
      }
    }
    return paths;
  }

  private static boolean startsWith(TreePath path, TreePath start) {
    TreePath above = path;
    while (above.depth() > start.depth()) {
      above = above.above();
    }
    return above.equals(start);
  }
}
