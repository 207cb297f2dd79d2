package dev.sealconf.document.format.ini;

/** White space in UTF-8 bytes, as defined by Go's {@code unicode.IsSpace}. */
final class GoSpace {
  private GoSpace() {}

  /**
   * Returns the offset of the first byte in {@code [from, to)} that is not white space, or {@code
   * to}.
   */
  static int skip(byte[] in, int from, int to) {
    int at = from;
    while (at < to) {
      int width = width(in, at, to);
      if (width == 0) {
        break;
      }
      at += width;
    }
    return at;
  }

  /** Returns the offset after the last byte in {@code [from, to)} that is not white space. */
  static int trim(byte[] in, int from, int to) {
    int end = to;
    while (end > from) {
      int start = end - 1;
      while (start > from && start > end - 3 && (in[start] & 0xC0) == 0x80) {
        start--;
      }
      if (width(in, start, end) != end - start) {
        break;
      }
      end = start;
    }
    return end;
  }

  /**
   * Returns the length in bytes of the white space character that starts here; 0 if there is none.
   */
  private static int width(byte[] in, int at, int to) {
    int first = in[at] & 0xFF;
    if (first < 0x80) {
      return first == ' ' || (first >= '\t' && first <= '\r') ? 1 : 0;
    } else if (first == 0xC2 && at + 1 < to) {
      int c = in[at + 1] & 0xFF;
      return c == 0x85 || c == 0xA0 ? 2 : 0;
    } else if (at + 2 < to) {
      int c = (first & 0x0F) << 12 | (in[at + 1] & 0x3F) << 6 | (in[at + 2] & 0x3F);
      boolean three = (first & 0xF0) == 0xE0;
      return three && "\u1680\u2028\u2029\u202f\u205f\u3000".indexOf(c) >= 0
              || three && c >= 0x2000 && c <= 0x200A
          ? 3
          : 0;
    }
    return 0;
  }
}
