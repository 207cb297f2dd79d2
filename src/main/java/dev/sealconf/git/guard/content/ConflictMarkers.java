package dev.sealconf.git.guard.content;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Finds the markers that git leaves around an unresolved conflict. */
final class ConflictMarkers {
  private static final String FIRST = "<<<<<<<";
  private static final String LAST = ">>>>>>>";

  private ConflictMarkers() {}

  /** Returns the line of the first marker; empty if there is no pair of them. */
  static OptionalInt line(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!text.contains(FIRST) || !text.contains(LAST)) {
      return OptionalInt.empty();
    }
    int first = 0;
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (first == 0 && isMarker(line, FIRST)) {
        first = number;
      } else if (first > 0 && isMarker(line, LAST)) {
        return OptionalInt.of(first);
      }
    }
    return OptionalInt.empty();
  }

  /** Tells a marker from a longer row of such characters. */
  private static boolean isMarker(String line, String marker) {
    return line.startsWith(marker)
        && (line.length() == marker.length() || " \r".indexOf(line.charAt(marker.length())) >= 0);
  }
}
