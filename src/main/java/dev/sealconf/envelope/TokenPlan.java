package dev.sealconf.envelope;

import dev.sealconf.document.Comment;
import dev.sealconf.document.Document;
import dev.sealconf.document.Element;
import dev.sealconf.document.Inherited;
import dev.sealconf.document.Leaf;
import dev.sealconf.document.Scalar;
import dev.sealconf.envelope.token.AdditionalData;
import dev.sealconf.envelope.token.ValueCipher;
import dev.sealconf.envelope.token.ValueText;
import dev.sealconf.io.Entropy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which token each place of a plain document gets.
 *
 * @param entries one for each place of the walk
 */
record TokenPlan(List<Entry> entries) {

  /**
   * What becomes of one place.
   *
   * @param value its value, the text of a comment, null value for a container
   * @param token empty if it stays clear
   * @param kept the number of the previous place whose token it keeps, -1 for none
   */
  record Entry(Place place, Scalar value, String token, int kept) {
    boolean sealed() {
      return !token.isEmpty();
    }

    /** What stands here in a sealed file that is printed afresh. */
    Element printed() {
      Element element = place.element();
      if (!sealed()) {
        return element instanceof Leaf ? Leaf.of(value) : element;
      }
      return element instanceof Comment ? Comment.of(token) : Leaf.of(token);
    }
  }

  static TokenPlan of(
      Document plain,
      List<Place> places,
      ValueCipher cipher,
      Entropy entropy,
      KeptTokens keptTokens) {
    List<Entry> entries = new ArrayList<>(places.size());
    Inherited<AdditionalData> paths = new Inherited<>(AdditionalData.ROOT, AdditionalData::then);
    for (Place place : places) {
      entries.add(entry(plain, place, paths, cipher, entropy, keptTokens));
    }
    return new TokenPlan(entries);
  }

  private static Entry entry(
      Document plain,
      Place place,
      Inherited<AdditionalData> paths,
      ValueCipher cipher,
      Entropy entropy,
      KeptTokens keptTokens) {
    boolean comment = place.element() instanceof Comment;
    Scalar value = value(place);
    if (!place.selected()) {
      return new Entry(place, value, "", -1);
    }
    AdditionalData path = paths.at(place.path());
    String text = place.element() instanceof Leaf leaf ? plain.source().text(leaf.span()) : "";
    Optional<Integer> kept = keptTokens.take(path, comment, value, text);
    if (kept.isPresent()) {
      OpenedPlace old = keptTokens.place(kept.get());
      return new Entry(place, old.value(), old.token(), kept.get());
    }
    String type = comment ? ValueCipher.COMMENT : ValueText.type(value);
    String token = cipher.seal(ValueText.bytes(value), type, path, entropy);
    return new Entry(place, value, token, -1);
  }

  private static Scalar value(Place place) {
    if (place.element() instanceof Comment comment) {
      return new Scalar.Text(comment.text());
    }
    return place.element() instanceof Leaf leaf ? leaf.value() : new Scalar.Null();
  }

  /** Whether every token is an old one. */
  boolean keepsAll() {
    return entries.stream().allMatch(entry -> !entry.sealed() || entry.kept() >= 0);
  }

  /** Whether there are values and the selection wants none of them. */
  boolean sealsNothing() {
    boolean values =
        entries.stream()
            .anyMatch(
                e -> e.place().element() instanceof Leaf && ValueText.bytes(e.value()).length > 0);
    return values
        && entries.stream().noneMatch(e -> e.sealed() && e.place().element() instanceof Leaf);
  }
}
