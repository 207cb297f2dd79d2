package dev.sealconf.envelope;

import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.spelling.OpenedPlace;
import dev.sealconf.envelope.token.Token;
import dev.sealconf.envelope.token.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values of the tokens that a run has just made, or opened in the file that it changes. When
 * the result is read again, a token need not be opened a second time if it has exactly the text and
 * is at exactly the path that it was made for: anything else is opened like the token of a
 * stranger.
 */
final class KnownValues {
  /** Nothing is known: every token is opened. */
  static final KnownValues NONE = new KnownValues(List.of());

  private final List<TokenPlan.Entry> entries;

  /**
   * What a plan knows.
   *
   * @param entries those that the sealed file has a place for, in its order
   */
  KnownValues(List<TokenPlan.Entry> entries) {
    this.entries = entries;
  }

  /** What was opened in a file that is written again with the same tokens. */
  static KnownValues of(OpenedDocument opened) {
    List<TokenPlan.Entry> entries = new ArrayList<>(opened.places().size());
    for (OpenedPlace place : opened.places()) {
      entries.add(new TokenPlan.Entry(place.place(), place.value(), place.token(), -1));
    }
    return new KnownValues(entries);
  }

  /** The value of the token at this place of the sealed file, or empty if it has to be opened. */
  Optional<Scalar> value(int index, Place place, String token) {
    if (index >= entries.size()) {
      return Optional.empty();
    }
    TokenPlan.Entry entry = entries.get(index);
    boolean made =
        entry.token().equals(token)
            && !(entry.place().element() instanceof Comment)
            && entry.place().path().equals(place.path());
    return made ? opened(entry.value(), token) : Optional.empty();
  }

  /** What a reader makes of the value, which may be of another type than it was. */
  private static Optional<Scalar> opened(Scalar value, String token) {
    return value instanceof Scalar.Text && Token.typeOf(token).equals(ValueText.type(value))
        ? Optional.of(value)
        : ValueText.read(Token.typeOf(token), ValueText.bytes(value));
  }
}
