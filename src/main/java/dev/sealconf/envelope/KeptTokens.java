package dev.sealconf.envelope;

import dev.sealconf.document.Document;
import dev.sealconf.document.Revision;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Inherited;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.spelling.OldPlaces;
import dev.sealconf.envelope.spelling.OpenedPlace;
import dev.sealconf.envelope.spelling.Restoration;
import dev.sealconf.envelope.token.AdditionalData;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tokens of a previous sealed form, each given out once: first to what is still in the same
 * bytes of the plain text, then in order to the same value at the same path. So no token moves to
 * another line, and two equal items of a list never share one. A value that is written as it was
 * keeps its token too, though it may read as another type now: SOPS stores whole numbers as floats,
 * and prints them as whole numbers. That does not go for strings: what a block scalar says depends
 * on what follows it.
 */
final class KeptTokens {

  private record Key(AdditionalData path, boolean comment, Object what) {

    /**
     * Whether the other is a comment of this text too, which the sealed file may have in another
     * place.
     */
    boolean sameComment(Key other) {
      return other != null && other.comment && other.what.equals(what);
    }

    // Written out for a fast start, as those of TreePath.Key.
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.comment == comment
          && key.path.equals(path)
          && key.what.equals(what);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * path.hashCode() + what.hashCode()) + (comment ? 1 : 0);
    }
  }

  private final Map<Key, Deque<Integer>> byValue = new HashMap<>();
  private final Map<Key, Deque<Integer>> byText = new HashMap<>();
  private final Map<Integer, Key> values = new HashMap<>();
  private final Map<Integer, Key> texts = new HashMap<>();
  private final Set<Integer> taken = new HashSet<>();
  private final Optional<OpenedDocument> previous;
  private final Optional<OldPlaces> oldPlaces;

  private KeptTokens(Optional<OpenedDocument> previous, Optional<OldPlaces> oldPlaces) {
    this.previous = previous;
    this.oldPlaces = oldPlaces;
  }

  /** Nothing to keep: every value gets a fresh token. */
  static KeptTokens none() {
    return new KeptTokens(Optional.empty(), Optional.empty());
  }

  /**
   * What {@code previous} has.
   *
   * @param revision how the plain text of {@code previous} became the one that is sealed now
   */
  static KeptTokens of(OpenedDocument previous, Revision revision) {
    KeptTokens kept =
        new KeptTokens(Optional.of(previous), Optional.of(OldPlaces.of(previous, revision)));
    Restoration restoration = new Restoration(previous);
    Inherited<AdditionalData> paths = new Inherited<>(AdditionalData.ROOT, AdditionalData::then);
    for (int i = 0; i < previous.places().size(); i++) {
      OpenedPlace place = previous.places().get(i);
      if (place.sealed() && place.place().reference().isEmpty()) {
        AdditionalData path = paths.at(place.place().path());
        Key value = new Key(path, place.isComment(), place.value());
        kept.values.put(i, value);
        add(kept.byValue, value, i);
        if (place.isLeaf() && !(place.value() instanceof Scalar.Text)) {
          Key text = new Key(path, false, restoration.writtenText(i));
          kept.texts.put(i, text);
          add(kept.byText, text, i);
        }
      }
    }
    return kept;
  }

  private static void add(Map<Key, Deque<Integer>> indexes, Key key, int index) {
    indexes.computeIfAbsent(key, k -> new ArrayDeque<>()).add(index);
  }

  /**
   * For each place the number of the previous place whose token it keeps, or -1.
   *
   * @param plain the document that the places belong to
   */
  int[] choose(Document plain, List<Place> places) {
    int[] kept = new int[places.size()];
    Arrays.fill(kept, -1);
    if (previous.isEmpty()) {
      return kept;
    }
    Inherited<AdditionalData> paths = new Inherited<>(AdditionalData.ROOT, AdditionalData::then);
    Key[] wantedValues = new Key[kept.length];
    Key[] wantedTexts = new Key[kept.length];
    for (int i = 0; i < kept.length; i++) {
      Place place = places.get(i);
      if (place.selected()) {
        AdditionalData path = paths.at(place.path());
        boolean comment = place.element() instanceof Comment;
        wantedValues[i] = new Key(path, comment, TokenPlan.Entry.value(place));
        wantedTexts[i] = comment ? null : new Key(path, false, text(plain, place));
        int old = oldPlaces.orElseThrow().find(place);
        boolean same =
            wantedValues[i].equals(values.get(old))
                || comment && wantedValues[i].sameComment(values.get(old))
                || wantedTexts[i] != null && wantedTexts[i].equals(texts.get(old));
        kept[i] = same && taken.add(old) ? old : -1;
      }
    }
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] < 0 && wantedValues[i] != null) {
        kept[i] = poll(byValue.get(wantedValues[i]));
        kept[i] = kept[i] < 0 ? poll(byText.get(wantedTexts[i])) : kept[i];
      }
    }
    return kept;
  }

  /** How a leaf is written in the plain file. */
  private static String text(Document plain, Place place) {
    return place.element() instanceof Leaf leaf ? plain.source().text(leaf.span()) : "";
  }

  private int poll(Deque<Integer> queue) {
    while (queue != null && !queue.isEmpty()) {
      int index = queue.poll();
      if (taken.add(index)) {
        return index;
      }
    }
    return -1;
  }

  OpenedPlace place(int index) {
    return previous.orElseThrow().places().get(index);
  }
}
