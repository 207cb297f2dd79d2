package dev.sealconf.document.format.yaml.source;

import java.nio.charset.StandardCharsets;

/**
 * Finds the text that a block scalar would swallow: YAML treats everything indented below its
 * header as its text.
 */
public final class TrailingText {
  /**
   * Stands for the end of a file without a final line break, where a block would lack its last line
   * break.
   */
  public static final String NO_BREAK = " ";

  private TrailingText() {}

  /**
   * Returns the text that a block scalar ending at {@code at} would swallow: the rest of the line,
   * blank lines, a comment that is indented more than {@code indent}. Returns a space if the file
   * ends without a line break.
   */
  public static String behind(byte[] bytes, int at, int indent) {
    int end = lineEnd(bytes, at);
    if (end >= bytes.length) {
      return at < end ? text(bytes, at, end) : NO_BREAK;
    }
    int next = end;
    while (next < bytes.length) {
      boolean pair = bytes[next] == '\r' && next + 1 < bytes.length && bytes[next + 1] == '\n';
      int line = next + (pair ? 2 : 1);
      int text = line;
      while (text < bytes.length && bytes[text] == ' ') {
        text++;
      }
      next = lineEnd(bytes, text);
      boolean comment = next > text && bytes[text] == '#' && text - line > indent;
      if (next > text && !comment || line >= bytes.length) {
        break;
      }
      end = next;
    }
    return at < end ? text(bytes, at, end) : "";
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static int lineEnd(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    return end;
  }
}
