package dev.sealconf.document.format.yaml.source;

/** Finds the parts of a block scalar in its bytes. */
public final class BlockScalars {
  private BlockScalars() {}

  /** Returns the offset of the {@code #} in the header that starts at {@code start}, or -1. */
  public static int headerComment(byte[] bytes, int start) {
    int at = start;
    while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
      if (bytes[at] == '#') {
        return at;
      }
      at++;
    }
    return -1;
  }

  /** Returns the end of the header line: its line break or the end of the file. */
  public static int headerEnd(byte[] bytes, int start) {
    int at = start;
    while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }

  /** Returns the length of the header before its comment: {@code |2-}. */
  public static int headerLength(byte[] bytes, int start) {
    int at = start + 1;
    while (at < bytes.length && (bytes[at] == '+' || bytes[at] == '-' || isDigit(bytes[at]))) {
      at++;
    }
    return at - start;
  }

  /** Returns the digit that gives the indentation in the header, or 0. */
  public static int indicator(String header) {
    for (int i = 1; i < header.length(); i++) {
      if (isDigit((byte) header.charAt(i))) {
        return header.charAt(i) - '0';
      }
    }
    return 0;
  }

  /**
   * Returns the width of the indentation of a block scalar's lines.
   *
   * @param indent the column of the enclosing block, -1 at the root
   */
  public static int lineIndent(byte[] bytes, int start, int end, int indent) {
    for (int i = start + 1; i < start + headerLength(bytes, start); i++) {
      if (isDigit(bytes[i])) {
        return Math.max(indent, 0) + bytes[i] - '0';
      }
    }
    int width = 0;
    for (int at = headerEnd(bytes, start); at < end; at++) {
      if (bytes[at] == ' ') {
        width++;
      } else if (isBreak(bytes[at])) {
        width = 0;
      } else {
        return width;
      }
    }
    return Math.max(indent, 0) + 2;
  }

  /**
   * Returns the end of the text of a block scalar whose token ends at {@code end}, without its last
   * line break and the empty lines after it.
   */
  public static int contentEnd(byte[] bytes, int start, int end, int lineIndent) {
    int headerEnd = headerEnd(bytes, start);
    int lineEnd = Math.max(headerEnd, withoutBreak(bytes, Math.max(end, headerEnd)));
    while (lineEnd > headerEnd) {
      int lineStart = lineEnd;
      boolean blank = true;
      while (lineStart > headerEnd && !isBreak(bytes[lineStart - 1])) {
        blank &= isBlank(bytes[--lineStart]);
      }
      if (!blank || lineEnd - lineStart > lineIndent) {
        break;
      }
      lineEnd = withoutBreak(bytes, lineStart);
    }
    return Math.max(headerEnd, lineEnd);
  }

  /**
   * Returns the empty lines after a text that ends at {@code end}, from its own line break on; a
   * space if it has none.
   */
  public static String emptyLines(byte[] bytes, int end) {
    if (end == bytes.length) {
      return TrailingText.NO_BREAK;
    }
    int lineEnd = end;
    for (int at = end; at < bytes.length && (isBreak(bytes[at]) || isBlank(bytes[at])); at++) {
      boolean pair = bytes[at] == '\n' && bytes[at - 1] == '\r';
      lineEnd = isBreak(bytes[at]) && !pair ? at : lineEnd;
    }
    return new String(bytes, end, lineEnd - end, java.nio.charset.StandardCharsets.UTF_8);
  }

  /**
   * Returns the value of a block scalar. If the scalar ends at the end of a file without a final
   * line break, its value has none either.
   */
  public static String value(byte[] bytes, int end, String scanned) {
    boolean open = end == bytes.length && !isBreak(bytes[end - 1]);
    return open && scanned.endsWith("\n") ? scanned.substring(0, scanned.length() - 1) : scanned;
  }

  private static int withoutBreak(byte[] bytes, int end) {
    if (end == 0 || !isBreak(bytes[end - 1])) {
      return end;
    }
    int at = end - 1;
    return at > 0 && bytes[at] == '\n' && bytes[at - 1] == '\r' ? at - 1 : at;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  private static boolean isBreak(byte b) {
    return b == '\n' || b == '\r';
  }
}
