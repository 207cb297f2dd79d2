package dev.sealconf.envelope.selection;

import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Node;
import dev.sealconf.envelope.spelling.OpenedPlace;
import java.util.List;

/**
 * Visits what the seal covers, in document order: everything but clear comments. Under {@code
 * mac_only_encrypted}, only what the selection wants sealed, and the containers that hold some of
 * it ({@code docs/format.md §8.2}).
 */
public final class CoveredWalk {

  /** Receives the parts of a document; {@code step} is a key or a position among covered items. */
  public interface Visitor {
    /**
     * Called at the start of a map or list. Whether it is covered is known at its end.
     *
     * @param first the number of the first place in it
     */
    void enter(Object step, Node container, int first);

    /** Called for a covered leaf. */
    void leaf(Object step, OpenedPlace place, int index);

    /** Called for a sealed comment. */
    void comment(OpenedPlace place, int index);

    /** Called at the end of the map or list that was entered last. */
    void leave(OpenedPlace end, int index, boolean covered);
  }

  private final List<OpenedPlace> places;
  private final boolean sealedOnly;
  private final Visitor visitor;
  private int next;

  private CoveredWalk(List<OpenedPlace> places, boolean sealedOnly, Visitor visitor) {
    this.places = places;
    this.sealedOnly = sealedOnly;
    this.visitor = visitor;
  }

  /**
   * Visits all documents; the step to each is its number.
   *
   * @param places the places of the walk over these documents
   */
  public static void over(
      List<MapNode> branches, List<OpenedPlace> places, boolean sealedOnly, Visitor visitor) {
    CoveredWalk walk = new CoveredWalk(places, sealedOnly, visitor);
    for (int i = 0; i < branches.size(); i++) {
      walk.map(i, branches.get(i), true);
    }
  }

  private boolean map(Object step, MapNode map, boolean root) {
    visitor.enter(step, map, next);
    boolean empty = true;
    boolean covered = root;
    for (Member member : map.members()) {
      if (member instanceof Entry entry) {
        empty = false;
        covered |= node(entry.key(), entry.value());
      } else {
        comment();
      }
    }
    return leave(empty, covered);
  }

  private boolean list(Object step, ListNode list) {
    visitor.enter(step, list, next);
    int position = 0;
    boolean empty = true;
    boolean covered = false;
    for (Element element : list.elements()) {
      if (element instanceof Comment || Walk.sealedComment(element).isPresent()) {
        comment();
      } else {
        empty = false;
        if (node(position, (Node) element)) {
          position++;
          covered = true;
        }
      }
    }
    return leave(empty, covered);
  }

  private boolean leave(boolean empty, boolean holdsCovered) {
    OpenedPlace end = places.get(next);
    boolean covered = !sealedOnly || holdsCovered || (empty && end.place().wanted());
    visitor.leave(end, next++, covered);
    return covered;
  }

  private boolean node(Object step, Node node) {
    Node resolved = node.resolved();
    if (resolved instanceof MapNode map) {
      return map(step, map, false);
    } else if (resolved instanceof ListNode list) {
      return list(step, list);
    }
    OpenedPlace place = places.get(next);
    boolean covered = !sealedOnly || place.place().wanted();
    if (covered) {
      visitor.leaf(step, place, next);
    }
    next++;
    return covered;
  }

  private void comment() {
    OpenedPlace place = places.get(next);
    if (place.sealed()) {
      visitor.comment(place, next);
    }
    next++;
  }
}
