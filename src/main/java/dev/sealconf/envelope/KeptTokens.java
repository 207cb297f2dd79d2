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
 * The tokens of a previous sealed form. Each is used at most once: first for a value whose bytes in
 * the plain text did not change, then, in order, for the same value at the same path. So no token
 * moves to another line, and two equal items of a list never share one. A value that is written as
 * before keeps its token even if it now reads as another type: SOPS stores integers as floats and
 * prints them as integers. Strings are an exception, because the value of a block scalar depends on
 * the text after it.
 */
final class KeptTokens {

  private record Key(AdditionalData path, boolean comment, Object what) {

    // Written out for a fast start, like the methods of TreePath.Key.
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

  private final Set<Integer> taken = new HashSet<>();
  private final Optional<OpenedDocument> previous;
  private final Optional<OldPlaces> oldPlaces;
  private final Optional<Restoration> restoration;

  /** Others under the same data key; their places are numbered after those of the previous one. */
  private final List<OpenedDocument> others;

  private KeptTokens(
      Optional<OpenedDocument> previous,
      Optional<OldPlaces> oldPlaces,
      List<OpenedDocument> others) {
    this.previous = previous;
    this.oldPlaces = oldPlaces;
    this.restoration = previous.map(Restoration::new);
    this.others = others;
  }

  /** Returns an instance without tokens: every value gets a new one. */
  static KeptTokens none() {
    return new KeptTokens(Optional.empty(), Optional.empty(), List.of());
  }

  /**
   * Returns the tokens of {@code previous}.
   *
   * @param others documents under the same data key, whose tokens are kept for values that {@code
   *     previous} has no token for
   * @param plain the document to seal
   * @param revision how the plain text of {@code previous} became that one; if empty, it is found
   *     by comparing them
   */
  static KeptTokens of(
      OpenedDocument previous,
      List<OpenedDocument> others,
      Document plain,
      Optional<Revision> revision) {
    Revision known =
        revision.orElseGet(
            () -> Revision.between(previous.plainDocument(), plain.source().bytes()));
    return new KeptTokens(
        Optional.of(previous), Optional.of(OldPlaces.of(previous, known)), others);
  }

  /**
   * Returns, for each place, the number of the previous place whose token it keeps, or -1.
   *
   * @param plain the document that the places belong to
   */
  int[] choose(Document plain, List<Place> places) {
    int[] kept = new int[places.size()];
    Arrays.fill(kept, -1);
    if (previous.isEmpty()) {
      return kept;
    }
    boolean all = true;
    for (int i = 0; i < kept.length; i++) {
      Place place = places.get(i);
      if (place.selected()) {
        int old = oldPlaces.orElseThrow().find(place);
        kept[i] = old >= 0 && holds(plain, place, old) && taken.add(old) ? old : -1;
        all &= kept[i] >= 0;
      }
    }
    if (!all) {
      chooseByValue(plain, places, kept);
    }
    return kept;
  }

  /** Returns whether the previous place has a token that belongs to the value at this place. */
  private boolean holds(Document plain, Place place, int index) {
    OpenedPlace old = place(index);
    boolean comment = place.element() instanceof Comment;
    if (!hasToken(old) || comment != old.isComment()) {
      return false;
    }
    boolean same = TokenPlan.Entry.value(place).equals(old.value());
    if (comment && same) {
      return true; // The sealed file may have it in another place.
    }
    boolean samePath =
        place.path().equals(old.place().path())
            || AdditionalData.of(place.path()).equals(AdditionalData.of(old.place().path()));
    return samePath
        && (same
            || isTyped(old)
                && restoration.orElseThrow().writtenText(index).equals(text(plain, place)));
  }

  private static boolean hasToken(OpenedPlace old) {
    return old.sealed() && old.place().reference().isEmpty();
  }

  private static boolean isTyped(OpenedPlace old) {
    return old.isLeaf() && !(old.value() instanceof Scalar.Text);
  }

  /** Finds tokens for the remaining places among the unused tokens. */
  private void chooseByValue(Document plain, List<Place> places, int[] kept) {
    Map<Key, Deque<Integer>> byValue = new HashMap<>();
    Map<Key, Deque<Integer>> byText = new HashMap<>();
    int first = index(previous.orElseThrow(), restoration.orElseThrow(), 0, byValue, byText);
    for (OpenedDocument other : others) {
      first = index(other, new Restoration(other), first, byValue, byText);
    }
    Inherited<AdditionalData> paths = new Inherited<>(AdditionalData.ROOT, AdditionalData::then);
    for (int i = 0; i < kept.length; i++) {
      Place place = places.get(i);
      if (kept[i] < 0 && place.selected()) {
        AdditionalData path = paths.at(place.path());
        boolean comment = place.element() instanceof Comment;
        kept[i] = poll(byValue.get(new Key(path, comment, TokenPlan.Entry.value(place))));
        if (kept[i] < 0 && !comment) {
          kept[i] = poll(byText.get(new Key(path, false, text(plain, place))));
        }
      }
    }
  }

  /** Numbers the places of a document from {@code first}; returns the number after the last. */
  private int index(
      OpenedDocument document,
      Restoration written,
      int first,
      Map<Key, Deque<Integer>> byValue,
      Map<Key, Deque<Integer>> byText) {
    Inherited<AdditionalData> paths = new Inherited<>(AdditionalData.ROOT, AdditionalData::then);
    List<OpenedPlace> places = document.places();
    for (int i = 0; i < places.size(); i++) {
      OpenedPlace place = places.get(i);
      if (hasToken(place) && !taken.contains(first + i)) {
        AdditionalData path = paths.at(place.place().path());
        add(byValue, new Key(path, place.isComment(), place.value()), first + i);
        if (isTyped(place)) {
          add(byText, new Key(path, false, written.writtenText(i)), first + i);
        }
      }
    }
    return first + places.size();
  }

  private static void add(Map<Key, Deque<Integer>> indexes, Key key, int index) {
    indexes.computeIfAbsent(key, k -> new ArrayDeque<>()).add(index);
  }

  /** Returns a leaf's text in the plain file. */
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
    List<OpenedPlace> places = previous.orElseThrow().places();
    int at = index;
    for (int i = 0; at >= places.size(); i++) {
      at -= places.size();
      places = others.get(i).places();
    }
    return places.get(at);
  }
}
