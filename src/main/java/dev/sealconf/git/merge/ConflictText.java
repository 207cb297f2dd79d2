package dev.sealconf.git.merge;

import dev.sealconf.operation.merge.Versions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A text with conflict markers, taken apart into the versions that it was made from.
 *
 * @param versions the whole text of each version; where no side differs, all have the same
 * @param hasBase whether the markers say what both sides began with ({@code diff3} or {@code
 *     zdiff3}); if not, the base has nothing in place of a conflict
 */
record ConflictText(Versions<byte[]> versions, boolean hasBase) {
  private static final int SHORTEST = 7;

  /** The part of a conflict that a line is in. */
  private enum Part {
    OUTSIDE,
    OURS,
    BASE,
    THEIRS
  }

  /** Returns empty if the text has no markers, or if they are not in order. */
  static Optional<ConflictText> of(byte[] text) {
    return new Reader().read(new String(text, StandardCharsets.ISO_8859_1));
  }

  private static final class Reader {
    private final StringBuilder base = new StringBuilder();
    private final StringBuilder ours = new StringBuilder();
    private final StringBuilder theirs = new StringBuilder();
    private Part part = Part.OUTSIDE;
    private int size;
    private int conflicts;
    private int bases;

    Optional<ConflictText> read(String text) {
      for (int start = 0; start < text.length(); ) {
        int end = text.indexOf('\n', start);
        String line = text.substring(start, end < 0 ? text.length() : end + 1);
        if (!marker(line)) {
          add(line);
        }
        start += line.length();
      }
      boolean whole = part == Part.OUTSIDE && conflicts > 0;
      return whole
          ? Optional.of(
              new ConflictText(
                  new Versions<>(base, ours, theirs).map(Reader::bytes), bases == conflicts))
          : Optional.empty();
    }

    private static byte[] bytes(StringBuilder text) {
      return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns whether a line is the marker that may come next. */
    private boolean marker(String line) {
      if (part == Part.OUTSIDE && isMarker(line, '<', SHORTEST)) {
        size = length(line, '<');
        conflicts++;
        part = Part.OURS;
      } else if (part == Part.OURS && isMarker(line, '|', size)) {
        bases++;
        part = Part.BASE;
      } else if ((part == Part.OURS || part == Part.BASE) && isMarker(line, '=', size)) {
        part = Part.THEIRS;
      } else if (part == Part.THEIRS && isMarker(line, '>', size)) {
        part = Part.OUTSIDE;
      } else {
        return false;
      }
      return true;
    }

    /** Returns whether a line is a marker of this length, or longer outside of a conflict. */
    private boolean isMarker(String line, char sign, int least) {
      int length = length(line, sign);
      boolean fits = part == Part.OUTSIDE ? length >= least : length == least;
      return fits && (length == line.length() || " \r\n".indexOf(line.charAt(length)) >= 0);
    }

    private static int length(String line, char sign) {
      int length = 0;
      while (length < line.length() && line.charAt(length) == sign) {
        length++;
      }
      return length;
    }

    private void add(String line) {
      if (part == Part.OUTSIDE || part == Part.OURS) {
        ours.append(line);
      }
      if (part == Part.OUTSIDE || part == Part.BASE) {
        base.append(line);
      }
      if (part == Part.OUTSIDE || part == Part.THEIRS) {
        theirs.append(line);
      }
    }
  }
}
