package dev.sealconf.document.format.properties;

/** Finds line endings and white space, as {@code java.util.Properties} defines them. */
final class NaturalLines {
  private NaturalLines() {}

  /** Returns whether a line ends at this offset, or the file does. */
  static boolean isEnd(byte[] in, int at) {
    return at == in.length || in[at] == '\n' || in[at] == '\r';
  }

  /** Returns the offset of the line ending at or after {@code from}. */
  static int end(byte[] in, int from) {
    int at = from;
    while (!isEnd(in, at)) {
      at++;
    }
    return at;
  }

  /** Returns the offset after the line ending at {@code end}: LF, CR, or CR and LF. */
  static int next(byte[] in, int end) {
    if (end == in.length) {
      return end;
    }
    boolean both = in[end] == '\r' && end + 1 < in.length && in[end + 1] == '\n';
    return end + (both ? 2 : 1);
  }

  /** Returns the offset after spaces, tabs and form feeds. */
  static int skipBlanks(byte[] in, int from) {
    int at = from;
    while (at < in.length && isBlank(in[at])) {
      at++;
    }
    return at;
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\f';
  }

  /** Returns the line ending of the first line; LF if there is none, or only CR. */
  static String ending(byte[] in) {
    int end = end(in, 0);
    return next(in, end) == end + 2 ? "\r\n" : "\n";
  }

  /** Returns whether the file has a last line without a line ending. */
  static boolean lastIsOpen(byte[] in) {
    return in.length > 0 && in[in.length - 1] != '\n' && in[in.length - 1] != '\r';
  }
}
