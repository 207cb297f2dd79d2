package dev.sealconf.exec.redact;

import dev.sealconf.exec.form.SecretForms;
import dev.sealconf.exec.variable.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts to search for, and how far a search may skip. A search looks at the last three bytes of
 * a window that is as long as the shortest text. If no text has these three bytes at this position
 * or earlier in its first window, the window moves on (Wu and Manber, A fast algorithm for
 * multi-pattern searching, 1994). With secrets of 32 bytes, a gigabyte of other text takes a
 * fifteenth of the steps of a byte-by-byte search.
 */
final class Patterns {
  /** The length of the shortest text in bytes. */
  static final int PREFIX = SecretForms.SHORTEST;

  private static final int BLOCK = 3;

  /**
   * The maximum window length in bytes. In a longer window, more blocks would belong to some text.
   */
  private static final int WIDEST = 24;

  /** A small table stays in the processor's nearest cache, which a larger one would not. */
  private static final int FEWEST_BITS = 13;

  private static final int MOST_BITS = 18;

  /** How much larger the table is than the number of its entries, as a power of two. */
  private static final int SPARE_BITS = 4;

  /** Spreads three bytes over the bits of a hash: 2^32 divided by the golden ratio. */
  private static final int FACTOR = 0x9E3779B1;

  private final boolean[] begins = new boolean[1 << MOST_BITS];
  private final boolean[] first = new boolean[1 << Byte.SIZE];
  private final Map<Long, List<Pattern>> byPrefix = new HashMap<>();
  private int window = WIDEST;
  private int bits = FEWEST_BITS;
  private byte[] shift = new byte[0];

  /** A text and the name of the secret that it belongs to. */
  record Pattern(byte[] text, String name) {}

  /** Returns the forms of all secrets in these variables. */
  static Patterns of(List<Variable> variables) {
    Patterns patterns = new Patterns();
    for (Variable variable : variables) {
      for (byte[] secret : variable.secrets()) {
        SecretForms.of(secret).forEach(form -> patterns.add(form, variable.name()));
      }
    }
    patterns.measure();
    return patterns;
  }

  private void add(byte[] text, String name) {
    List<Pattern> same = byPrefix.computeIfAbsent(prefix(text, 0), key -> new ArrayList<>(1));
    same.add(new Pattern(text, name));
    same.sort((a, b) -> Integer.compare(b.text().length, a.text().length));
    begins[block(text, 0, MOST_BITS)] = true;
    first[text[0] & 0xFF] = true;
    window = Math.min(window, text.length);
  }

  private void measure() {
    int entries = byPrefix.values().stream().mapToInt(List::size).sum() * (window - BLOCK + 1);
    int needed = Integer.SIZE - Integer.numberOfLeadingZeros(entries) + SPARE_BITS;
    bits = Math.max(FEWEST_BITS, Math.min(needed, MOST_BITS));
    shift = new byte[1 << bits];
    Arrays.fill(shift, (byte) (window - BLOCK + 1));
    for (List<Pattern> patterns : byPrefix.values()) {
      for (Pattern pattern : patterns) {
        for (int i = 0; i + BLOCK <= window; i++) {
          int block = block(pattern.text(), i, bits);
          shift[block] = (byte) Math.min(shift[block], window - BLOCK - i);
        }
      }
    }
  }

  boolean isEmpty() {
    return byPrefix.isEmpty();
  }

  /**
   * Returns the first position from {@code at} on where a text that ends before {@code end} may
   * start. If there is none, returns a position past all candidates.
   */
  int next(byte[] bytes, int at, int end) {
    byte[] far = shift; // local variables: C1-compiled code would read the fields at each step
    int unused = Integer.SIZE - bits;
    int width = window;
    int last = end - width;
    int place = at;
    while (place <= last) {
      int block = place + width - BLOCK;
      int three =
          (bytes[block] & 0xFF) | (bytes[block + 1] & 0xFF) << 8 | (bytes[block + 2] & 0xFF) << 16;
      int step = far[three * FACTOR >>> unused];
      if (step == 0) {
        return place;
      }
      place += step;
    }
    return place;
  }

  /** Returns whether a text that starts here can end before {@code end}. */
  boolean fits(int place, int end) {
    return place + window <= end;
  }

  /** Returns the texts that start with the eight bytes at {@code at}, longest first. */
  List<Pattern> startingAt(byte[] bytes, int at) {
    return byPrefix.getOrDefault(prefix(bytes, at), List.of());
  }

  /** Returns whether the bytes from {@code at} to {@code end} may be the start of a longer text. */
  boolean mayBegin(byte[] bytes, int at, int end) {
    if (!first[bytes[at] & 0xFF] || end - at >= BLOCK && !begins[block(bytes, at, MOST_BITS)]) {
      return false;
    }
    if (end - at >= PREFIX) {
      return startingAt(bytes, at).stream().anyMatch(p -> isBegun(p.text(), bytes, at, end));
    }
    for (List<Pattern> patterns : byPrefix.values()) {
      if (isBegun(patterns.get(0).text(), bytes, at, end)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether the bytes from {@code at} to {@code end} are the start of the text, but not all
   * of it.
   */
  static boolean isBegun(byte[] text, byte[] bytes, int at, int end) {
    int length = end - at;
    return length < text.length && Arrays.equals(text, 0, length, bytes, at, end);
  }

  private static int block(byte[] bytes, int at, int bits) {
    int three = (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16;
    return three * FACTOR >>> Integer.SIZE - bits;
  }

  private static long prefix(byte[] bytes, int at) {
    long prefix = 0;
    for (int i = 0; i < PREFIX; i++) {
      prefix = prefix << Byte.SIZE | bytes[at + i] & 0xFF;
    }
    return prefix;
  }
}
