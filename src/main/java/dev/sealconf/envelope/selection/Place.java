package dev.sealconf.envelope.selection;

import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath;
import java.util.Optional;

/**
 * A leaf, a comment, or the end of a map or list, in the position where the walk met it.
 *
 * @param branch the number of the document in its file, from 0
 * @param path the path of a leaf or container; for a comment, of the enclosing map or list
 * @param wanted whether the selection wants this sealed or, at the end of a map or list, whatever
 *     would be added there
 * @param selected whether it is wanted and can be sealed; empty values can't
 * @param reference the outermost alias on the way to this place
 */
public record Place(
    int branch,
    TreePath path,
    Element element,
    boolean wanted,
    boolean selected,
    Optional<Reference> reference) {

  /**
   * An alias on the way to a place.
   *
   * @param depth the number of steps of the alias's own path
   */
  public record Reference(Alias alias, int depth) {}

  /** Returns whether this is the end of a map or list that is not empty. */
  public boolean endsFilled() {
    if (element instanceof MapNode map) {
      return map.members().stream().anyMatch(Entry.class::isInstance);
    }
    return element instanceof ListNode list
        && list.elements().stream()
            .anyMatch(e -> e instanceof Node && Walk.sealedComment(e).isEmpty());
  }
}
