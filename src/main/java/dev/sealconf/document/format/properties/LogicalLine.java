package dev.sealconf.document.format.properties;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A key and its value before escapes are read. A line that ends with an odd number of backslashes
 * continues on the next line, whose leading white space doesn't count.
 */
final class LogicalLine {
  private final byte[] text;

  /** The start of each natural line, as a position in {@code text} and as an offset in the file. */
  private int[] positions = new int[2];

  private int[] offsets = new int[2];
  private int parts;

  private int end;
  private int next;
  private boolean dangling;

  /**
   * Reads the line.
   *
   * @param from the offset of its first byte, which is neither white space nor a line ending nor
   *     the start of a comment
   */
  LogicalLine(byte[] in, int from) {
    int stop = NaturalLines.end(in, from);
    if (continues(in, from, stop)) {
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      join(in, from, joined);
      text = joined.toByteArray();
    } else {
      text = Arrays.copyOfRange(in, from, stop);
      part(0, from);
      end = stop;
      next = NaturalLines.next(in, stop);
    }
  }

  private void join(byte[] in, int from, ByteArrayOutputStream joined) {
    int at = from;
    boolean more = true;
    while (more) {
      int stop = NaturalLines.end(in, at);
      boolean continued = continues(in, at, stop);
      int contentEnd = continued ? stop - 1 : stop;
      part(joined.size(), at);
      joined.write(in, at, contentEnd - at);
      end = stop;
      next = NaturalLines.next(in, stop);
      more = false;
      if (continued) {
        int following = NaturalLines.skipBlanks(in, next);
        dangling = next == in.length || NaturalLines.isEnd(in, following);
        more = !dangling;
        next = dangling ? NaturalLines.next(in, following) : next;
        at = following;
      }
    }
  }

  private void part(int position, int offset) {
    if (parts == positions.length) {
      positions = Arrays.copyOf(positions, parts * 2);
      offsets = Arrays.copyOf(offsets, parts * 2);
    }
    positions[parts] = position;
    offsets[parts++] = offset;
  }

  private static boolean continues(byte[] in, int from, int stop) {
    int at = stop;
    while (at > from && in[at - 1] == '\\') {
      at--;
    }
    return (stop - at) % 2 == 1;
  }

  /** Returns the joined bytes, without the backslashes that continue lines. */
  byte[] text() {
    return text;
  }

  /** Returns the offset of the byte after the one before this position. */
  int offsetAfter(int position) {
    if (position == 0) {
      return offsets[0];
    }
    int last = position - 1;
    int low = 0;
    int high = parts - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (positions[middle] <= last) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return offsets[low] + last - positions[low] + 1;
  }

  /** Returns the offset after the last byte, which may be a backslash that continues nothing. */
  int end() {
    return end;
  }

  /** Returns the offset of what follows the line and its line ending. */
  int next() {
    return next;
  }

  /** Returns whether the line ends with a backslash, and only white space follows. */
  boolean dangling() {
    return dangling;
  }
}
