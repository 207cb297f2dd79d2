package dev.sealconf.envelope.spelling;

import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.token.Token;

/**
 * A place of a sealed document with what it holds once opened.
 *
 * @param value the value of a leaf, the text of a comment; null value for a container
 * @param token the token it was sealed in, empty if it stood in clear
 */
public record OpenedPlace(Place place, Scalar value, String token) {

  /** Whether a token is at this place. */
  public boolean sealed() {
    return !token.isEmpty();
  }

  /** Whether this is a comment, also one that SOPS wrote as an item of a list. */
  public boolean isComment() {
    return place.element() instanceof Comment || (sealed() && Token.isComment(token));
  }

  /** Whether a value is at this place, not a comment. */
  public boolean isLeaf() {
    return place.element() instanceof Leaf && !isComment();
  }

  /** The text of the comment at this place. */
  public String commentText() {
    return ((Scalar.Text) value).value();
  }
}
