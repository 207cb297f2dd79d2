package dev.sealconf.envelope.spelling;

import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.token.Token;

/**
 * A place of a sealed document with its opened content.
 *
 * @param value the value of a leaf or the text of a comment; a null value for a container
 * @param token the token that it was sealed in; empty if it was clear
 */
public record OpenedPlace(Place place, Scalar value, String token) {

  /** Returns whether there is a token at this place. */
  public boolean sealed() {
    return !token.isEmpty();
  }

  /** Returns whether this is a comment, including one that SOPS wrote as an item of a list. */
  public boolean isComment() {
    return place.element() instanceof Comment || (sealed() && Token.isComment(token));
  }

  /** Returns whether there is a value, not a comment, at this place. */
  public boolean isLeaf() {
    return place.element() instanceof Leaf && !isComment();
  }

  /** Returns the text of the comment at this place. */
  public String commentText() {
    return ((Scalar.Text) value).value();
  }
}
