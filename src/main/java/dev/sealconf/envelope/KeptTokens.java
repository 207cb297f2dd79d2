package dev.sealconf.envelope;

import dev.sealconf.envelope.token.AdditionalData;
import dev.sealconf.document.Scalar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens of a previous sealed form, each given out once and in order, to the same value at the
 * same path: two equal items of a list never share a token.
 */
final class KeptTokens {

  private record Key(String additionalData, boolean comment, Scalar value) {}

  private final Map<Key, Deque<Integer>> indexes = new HashMap<>();
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
    for (int i = 0; i < previous.places().size(); i++) {
      OpenedPlace place = previous.places().get(i);
      if (place.sealed() && place.place().reference().isEmpty()) {
        String path = AdditionalData.text(place.place().path());
        Key key = new Key(path, place.isComment(), place.value());
        kept.indexes.computeIfAbsent(key, k -> new ArrayDeque<>()).add(i);
      }
    }
    return kept;
  }

  /** The number of the previous place whose token this value keeps. */
  Optional<Integer> take(String additionalData, boolean comment, Scalar value) {
    Deque<Integer> queue = indexes.get(new Key(additionalData, comment, value));
    return queue == null ? Optional.empty() : Optional.ofNullable(queue.poll());
  }

  OpenedPlace place(int index) {
    return previous.orElseThrow().places().get(index);
  }

  Optional<OpenedDocument> previous() {
    return previous;
  }
}
