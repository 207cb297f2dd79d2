package dev.sealconf.envelope;

import dev.sealconf.document.Document;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.envelope.selection.Selector;
import dev.sealconf.envelope.selection.Walk;
import dev.sealconf.envelope.token.Token;
import java.util.ArrayList;
import java.util.List;

/** Finds what the selection of an encrypted document wants encrypted, but is in plaintext. */
public final class PlainPlaces {
  private PlainPlaces() {}

  /** Returns the places of such values and comments, in the order of the document. */
  public static List<Place> in(Document sealed, Selection selection) {
    List<Place> places = new ArrayList<>();
    for (Place place : Walk.of(sealed, Selector.of(selection))) {
      if (place.selected() && place.reference().isEmpty() && !isToken(place)) {
        places.add(place);
      }
    }
    return places;
  }

  /** Returns the places of such values alone. */
  public static List<Place> values(Document sealed, Selection selection) {
    List<Place> values = new ArrayList<>(in(sealed, selection));
    values.removeIf(place -> place.element() instanceof Comment);
    return values;
  }

  private static boolean isToken(Place place) {
    if (place.element() instanceof Comment comment) {
      return Token.parse(comment.text()).isPresent();
    }
    return !(place.element() instanceof Leaf leaf)
        || leaf.value() instanceof Scalar.Text text && Token.parse(text.value()).isPresent();
  }
}
