package dev.sealconf.envelope;

import java.util.List;
import java.util.Map;

/**
 * How a plain file was written where its values alone do not tell ({@code docs/format.md §9}).
 *
 * @param texts the original text by address: the number of a place, or {@code N^D} for the
 *     container that holds place N at depth D
 * @param patches what differs outside of places, to be made in order
 * @param digest SHA-256 of the plain file in base64, empty if there is nothing to restore
 */
record Spelling(Map<String, String> texts, List<Patch> patches, String digest) {
  static final Spelling NONE = new Spelling(Map.of(), List.of(), "");

  /**
   * A change near one end of a file, in bytes.
   *
   * @param fromEnd whether {@code skip} counts from the end
   * @param skip bytes between that end and the change
   */
  record Patch(boolean fromEnd, int skip, byte[] was, byte[] is) {}

  boolean isEmpty() {
    return texts.isEmpty() && patches.isEmpty();
  }
}
