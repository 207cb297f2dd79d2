package dev.sealconf.envelope;

import dev.sealconf.document.Inherited;
import dev.sealconf.document.Scalar;
import dev.sealconf.envelope.token.AdditionalData;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tokens of a previous sealed form, each given out once and in order, to the same value at the
 * same path: two equal items of a list never share a token. A value that is written as it was keeps
 * its token too, though it may read as another type now: SOPS stores whole numbers as floats, and
 * prints them as whole numbers.
 */
final class KeptTokens {

  private record Key(AdditionalData path, boolean comment, Object what) {}

  private final Map<Key, Deque<Integer>> byValue = new HashMap<>();
  private final Map<Key, Deque<Integer>> byText = new HashMap<>();
  private final Set<Integer> taken = new HashSet<>();
  private final Optional<OpenedDocument> previous;

  private KeptTokens(Optional<OpenedDocument> previous) {
    this.previous = previous;
  }

  /** Nothing to keep: every value gets a fresh token. */
  static KeptTokens none() {
    return new KeptTokens(Optional.empty());
  }

  static KeptTokens of(OpenedDocument previous) {
    KeptTokens kept = new KeptTokens(Optional.of(previous));
    Restoration restoration = new Restoration(previous);
    Inherited<AdditionalData> paths = new Inherited<>(AdditionalData.ROOT, AdditionalData::then);
    for (int i = 0; i < previous.places().size(); i++) {
      OpenedPlace place = previous.places().get(i);
      if (place.sealed() && place.place().reference().isEmpty()) {
        AdditionalData path = paths.at(place.place().path());
        add(kept.byValue, new Key(path, place.isComment(), place.value()), i);
        if (place.isLeaf()) {
          add(kept.byText, new Key(path, false, restoration.text(i)), i);
        }
      }
    }
    return kept;
  }

  private static void add(Map<Key, Deque<Integer>> indexes, Key key, int index) {
    indexes.computeIfAbsent(key, k -> new ArrayDeque<>()).add(index);
  }

  /**
   * The number of the previous place whose token this value keeps.
   *
   * @param text how a leaf is written in the plain file; empty for a comment
   */
  Optional<Integer> take(AdditionalData path, boolean comment, Scalar value, String text) {
    if (previous.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> same = poll(byValue.get(new Key(path, comment, value)));
    return same.isPresent() || comment ? same : poll(byText.get(new Key(path, false, text)));
  }

  private Optional<Integer> poll(Deque<Integer> queue) {
    while (queue != null && !queue.isEmpty()) {
      int index = queue.poll();
      if (taken.add(index)) {
        return Optional.of(index);
      }
    }
    return Optional.empty();
  }

  OpenedPlace place(int index) {
    return previous.orElseThrow().places().get(index);
  }
}
