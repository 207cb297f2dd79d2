package dev.sealconf.envelope;

import dev.sealconf.document.Comment;
import dev.sealconf.document.Leaf;
import dev.sealconf.document.Scalar;
import dev.sealconf.envelope.token.Token;

/**
 * A place of a sealed document with what it holds once opened.
 *
 * @param value the value of a leaf, the text of a comment; null value for a container
 * @param token the token it was sealed in, empty if it stood in clear
 */
record OpenedPlace(Place place, Scalar value, String token) {

  boolean sealed() {
    return !token.isEmpty();
  }

  /** Whether this is a comment, also one that SOPS wrote as an item of a list. */
  boolean isComment() {
    return place.element() instanceof Comment || (sealed() && Token.isComment(token));
  }

  boolean isLeaf() {
    return place.element() instanceof Leaf && !isComment();
  }

  String commentText() {
    return ((Scalar.Text) value).value();
  }
}
