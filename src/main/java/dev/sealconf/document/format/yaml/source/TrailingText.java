package dev.sealconf.document.format.yaml.source;

import java.nio.charset.StandardCharsets;

/**
 * What a block scalar would swallow: YAML takes everything indented below its header for its text.
 */
public final class TrailingText {
  /** At the end of a file without a final line break: the last line break of a block would lack. */
  public static final String NO_BREAK = " ";

  private TrailingText() {}

  /**
   * What a block scalar that ended at {@code at} would take in: the rest of the line, blank lines,
   * a comment that is indented more than {@code indent}; a blank where the file ends without a line
   * break.
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
