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
    return among(Walk.of(sealed, Selector.of(selection)));
  }

  /** Returns such places among those of a walk. */
  public static List<Place> among(List<Place> walked) {
    List<Place> plain = new ArrayList<>();
    for (Place place : walked) {
      if (place.selected() && place.reference().isEmpty() && !isToken(place)) {
        plain.add(place);
      }
    }
    return plain;
  }

  private static boolean isToken(Place place) {
    if (place.element() instanceof Comment comment) {
      return Token.parse(comment.text()).isPresent();
    }
    return !(place.element() instanceof Leaf leaf)
        || leaf.value() instanceof Scalar.Text text && Token.parse(text.value()).isPresent();
  }
}
