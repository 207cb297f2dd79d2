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
 * A leaf, a comment, or the end of a map or list, where the walk met it.
 *
 * @param branch the number of the document in its file, from 0
 * @param path the path of a leaf or container; of the enclosing map or list for a comment
 * @param wanted whether the selection wants what is here sealed, or, at the end of a map or list,
 *     what would be added there
 * @param selected whether it is wanted and can be sealed: nothing that is empty can
 * @param reference the outermost alias it was reached through
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

  /** Whether this is the end of a map or list that holds an entry or item. */
  public boolean endsFilled() {
    if (element instanceof MapNode map) {
      return map.members().stream().anyMatch(Entry.class::isInstance);
    }
    return element instanceof ListNode list
        && list.elements().stream()
            .anyMatch(e -> e instanceof Node && Walk.sealedComment(e).isEmpty());
  }
}
