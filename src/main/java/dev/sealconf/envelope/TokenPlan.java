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

    /** The value of a place, the text of a comment, null for a container. */
    static Scalar value(Place place) {
      if (place.element() instanceof Comment comment) {
        return new Scalar.Text(comment.text());
      }
      return place.element() instanceof Leaf leaf ? leaf.value() : new Scalar.Null();
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
    int[] kept = keptTokens.choose(plain, places);
    for (int i = 0; i < kept.length; i++) {
      Place place = places.get(i);
      entries.add(
          kept[i] < 0
              ? entry(place, paths, cipher, entropy)
              : kept(place, keptTokens.place(kept[i]), kept[i]));
    }
    return new TokenPlan(entries);
  }

  private static Entry kept(Place place, OpenedPlace old, int index) {
    return new Entry(place, old.value(), old.token(), index);
  }

  private static Entry entry(
      Place place, Inherited<AdditionalData> paths, ValueCipher cipher, Entropy entropy) {
    boolean comment = place.element() instanceof Comment;
    Scalar value = Entry.value(place);
    if (!place.selected()) {
      return new Entry(place, value, "", -1);
    }
    AdditionalData path = paths.at(place.path());
    String type = comment ? ValueCipher.COMMENT : ValueText.type(value);
    String token = cipher.seal(ValueText.bytes(value), type, path, entropy);
    return new Entry(place, value, token, -1);
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
