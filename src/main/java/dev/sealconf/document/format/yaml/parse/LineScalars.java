package dev.sealconf.document.format.yaml.parse;

import java.nio.charset.StandardCharsets;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Reads printable ASCII scalars that are on one line, and literal blocks without empty lines. */
final class LineScalars {
  /** SnakeYAML Engine accepts keys of at most 1024 characters. */
  static final int LONGEST_KEY = 1000;

  private static final String FIRST = "_./$+(<=~^;\\";
  private static final String ESCAPES = "\"\\/nt";
  private static final String ESCAPED = "\"\\/\n\t";

  private final byte[] in;
  private int end;
  private int lines;
  private String value;
  private ScalarStyle style;

  LineScalars(byte[] in) {
    this.in = in;
  }

  /** Returns the offset after the scalar; for a block, the start of the line after it. */
  int end() {
    return end;
  }

  /** Returns the number of lines of the block, including its header. */
  int lines() {
    return lines;
  }

  String value() {
    return value;
  }

  ScalarStyle style() {
    return style;
  }

  /** Reads a plain or quoted scalar; returns false for any other kind. */
  boolean read(int start) {
    byte first = in[start];
    if (first == '"') {
      return doubleQuoted(start);
    } else if (first == '\'') {
      return singleQuoted(start);
    }
    return (isFirst(first) || first == '-' && start + 1 < in.length && isFirst(in[start + 1]))
        && plain(start);
  }

  private static boolean isFirst(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || FIRST.indexOf(b) >= 0;
  }

  private boolean plain(int start) {
    int at = start + 1;
    end = at;
    while (at < in.length) {
      byte b = in[at];
      if (b == '\n' || b == ':' && endsWord(at + 1) || b == '#' && in[at - 1] == ' ') {
        break;
      }
      at++;
      if (b != ' ') {
        end = at;
      }
    }
    value = text(start, end);
    style = ScalarStyle.PLAIN;
    return true;
  }

  private boolean singleQuoted(int start) {
    boolean quotes = false;
    int at = start + 1;
    while (at < in.length && in[at] != '\n') {
      if (in[at] == '\'') {
        if (at + 1 == in.length || in[at + 1] != '\'') {
          String text = text(start + 1, at);
          value = quotes ? text.replace("''", "'") : text;
          style = ScalarStyle.SINGLE_QUOTED;
          end = at + 1;
          return true;
        }
        quotes = true;
        at++;
      }
      at++;
    }
    return false;
  }

  private boolean doubleQuoted(int start) {
    boolean escapes = false;
    int at = start + 1;
    while (at < in.length && in[at] != '\n') {
      byte b = in[at];
      if (b == '"') {
        String text = text(start + 1, at);
        value = escapes ? unescaped(text) : text;
        style = ScalarStyle.DOUBLE_QUOTED;
        end = at + 1;
        return true;
      }
      if (b == '\\') {
        at++;
        if (at == in.length || ESCAPES.indexOf(in[at]) < 0) {
          return false;
        }
        escapes = true;
      }
      at++;
    }
    return false;
  }

  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c == '\\' ? ESCAPED.charAt(ESCAPES.indexOf(text.charAt(++i))) : c);
    }
    return out.toString();
  }

  /**
   * Reads a literal block; returns false if it has empty lines or anything else unusual.
   *
   * @param indent the column of the enclosing block collection
   */
  boolean readBlock(int start, int indent) {
    int header = start + 1;
    boolean strips = header < in.length && in[header] == '-';
    header += strips ? 1 : 0;
    if (header >= in.length || in[header] != '\n') {
      return false;
    }
    int line = header + 1;
    int width = blanks(line) - line;
    StringBuilder out = new StringBuilder();
    lines = 1;
    while (line < in.length) {
      int text = blanks(line);
      int lineEnd = lineEnd(text);
      if (lineEnd > text && text - line < width) {
        break;
      }
      if (lineEnd == text || lineEnd == in.length) {
        return false;
      }
      out.append(text(line + width, lineEnd)).append('\n');
      line = lineEnd + 1;
      lines++;
    }
    if (width <= indent || lines == 1) {
      return false;
    }
    value = strips ? out.substring(0, out.length() - 1) : out.toString();
    style = ScalarStyle.LITERAL;
    end = line;
    return true;
  }

  /** Returns the offset after the spaces from {@code from} on. */
  int blanks(int from) {
    int at = from;
    while (at < in.length && in[at] == ' ') {
      at++;
    }
    return at;
  }

  /** Returns the offset of the line feed that ends the line, or the end of the text. */
  int lineEnd(int from) {
    int at = from;
    while (at < in.length && in[at] != '\n') {
      at++;
    }
    return at;
  }

  boolean atLineEnd(int at) {
    return at >= in.length || in[at] == '\n';
  }

  boolean endsWord(int at) {
    return atLineEnd(at) || in[at] == ' ';
  }

  private String text(int from, int to) {
    return new String(in, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
