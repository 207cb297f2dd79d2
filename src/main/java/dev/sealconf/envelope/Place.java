package dev.sealconf.envelope;

import dev.sealconf.document.Alias;
import dev.sealconf.document.Element;
import dev.sealconf.document.TreePath;
import java.util.Optional;

/**
 * A leaf, a comment or an empty container, where the walk met it.
 *
 * @param branch the number of the document in its file, from 0
 * @param path the path of a leaf or container; of the enclosing map or list for a comment
 * @param selected whether the selection wants it sealed
 * @param reference the outermost alias it was reached through
 */
record Place(
    int branch, TreePath path, Element element, boolean selected, Optional<Reference> reference) {

  /**
   * An alias on the way to a place.
   *
   * @param depth the number of steps of the alias's own path
   */
  record Reference(Alias alias, int depth) {}
}
