package dev.sealconf.envelope.spelling;

import dev.sealconf.document.Revision;
import dev.sealconf.document.Span;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.OpenedDocument;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.selection.Selector;
import dev.sealconf.envelope.selection.Walk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the place of a sealed document that corresponds to a place of a changed plain text: the one
 * whose bytes the change left alone.
 */
public final class OldPlaces {

  /**
   * Where a leaf or comment is written. If it is reached through an alias, also the position of the
   * alias and the steps below it.
   */
  private record Spot(int offset, int alias, List<TreePath.Step> below) {

    // Written out for a fast start, like the methods of Addresses.Slot.
    @Override
    public boolean equals(Object other) {
      return other instanceof Spot spot
          && spot.offset == offset
          && spot.alias == alias
          && spot.below.equals(below);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * offset + alias) + below.hashCode();
    }
  }

  private final Revision revision;
  private final Map<Spot, Integer> indexes = new HashMap<>();

  private OldPlaces(Revision revision) {
    this.revision = revision;
  }

  /**
   * Returns the places of a sealed document.
   *
   * @param revision starts with the plain text of {@code sealed}
   */
  public static OldPlaces of(OpenedDocument sealed, Revision revision) {
    OldPlaces old = new OldPlaces(revision);
    Selector selector = Selector.of(sealed.metadata().selection());
    List<OpenedPlace> opened = sealed.places();
    int next = 0;
    for (Place place : Walk.of(revision.before().branches(), selector)) {
      boolean same = next < opened.size() && corresponds(place, opened.get(next));
      if (same) {
        old.add(place, next++);
      } else if (place.reference().isEmpty() || !(place.element() instanceof Comment)) {
        break; // Not what was sealed: what follows is found by its value.
      }
    }
    return old;
  }

  /** A comment reached through an alias has no counterpart where the alias is expanded. */
  private static boolean corresponds(Place plain, OpenedPlace sealed) {
    return (plain.element() instanceof Comment) == sealed.isComment()
        && plain.branch() == sealed.place().branch()
        && plain.path().equals(sealed.place().path());
  }

  private void add(Place place, int index) {
    if (isWritten(place.element())) {
      int alias = place.reference().map(r -> r.alias().span().start()).orElse(-1);
      indexes.put(new Spot(start(place.element()), alias, below(place)), index);
    }
  }

  /** Returns the number of the old place; -1 if the change wrote this one. */
  public int find(Place place) {
    if (!isWritten(place.element())) {
      return -1;
    }
    int offset = revision.before(start(place.element()));
    boolean direct = place.reference().isEmpty();
    int alias = direct ? -1 : revision.before(place.reference().get().alias().span().start());
    return offset < 0 || !direct && alias < 0
        ? -1
        : indexes.getOrDefault(new Spot(offset, alias, below(place)), -1);
  }

  private static List<TreePath.Step> below(Place place) {
    return place
        .reference()
        .map(r -> place.path().steps().subList(r.depth(), place.path().depth()))
        .orElse(List.of());
  }

  private static boolean isWritten(Element element) {
    return element instanceof Leaf || element instanceof Comment;
  }

  private static int start(Element element) {
    Span span = element instanceof Comment comment ? comment.span() : ((Leaf) element).span();
    return span.start();
  }
}
