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
 * The values of tokens that this run has just made, or opened in the file that it changes. When the
 * result is read again, such a token need not be opened a second time if it has exactly the same
 * text at exactly the same path. Any other token is opened as if it came from someone else.
 */
final class KnownValues {
  /** Knows nothing, so every token is opened. */
  static final KnownValues NONE = new KnownValues(List.of());

  private final List<TokenPlan.Entry> entries;

  /**
   * Takes the values of a plan.
   *
   * @param entries the entries that the sealed file has a place for, in its order
   */
  KnownValues(List<TokenPlan.Entry> entries) {
    this.entries = entries;
  }

  /** Returns the values opened in a file that is written again with the same tokens. */
  static KnownValues of(OpenedDocument opened) {
    List<TokenPlan.Entry> entries = new ArrayList<>(opened.places().size());
    for (OpenedPlace place : opened.places()) {
      entries.add(new TokenPlan.Entry(place.place(), place.value(), place.token(), -1));
    }
    return new KnownValues(entries);
  }

  /**
   * Returns the value of the token at this place of the sealed file; empty if the token must be
   * opened.
   */
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

  /** Returns the value as a reader gets it. Its type may differ from the original's. */
  private static Optional<Scalar> opened(Scalar value, String token) {
    return value instanceof Scalar.Text && Token.typeOf(token).equals(ValueText.type(value))
        ? Optional.of(value)
        : ValueText.read(Token.typeOf(token), ValueText.bytes(value));
  }
}
