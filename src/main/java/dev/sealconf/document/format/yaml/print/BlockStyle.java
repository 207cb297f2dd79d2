package dev.sealconf.document.format.yaml.print;

import dev.sealconf.document.format.yaml.source.BlockScalars;

/** Writes strings as block scalars. */
final class BlockStyle {
  private BlockStyle() {}

  /**
   * Returns the lines of a block scalar with the given header, each after a line break; the last
   * one has none at its end. Null if a scalar with this header can't read back as {@code text}.
   *
   * @param empty the number of empty lines that follow, which a header with {@code +} includes; -1
   *     if not even a line break follows
   */
  static String body(String text, String header, String lineIndent, int empty, String eol) {
    int content = text.length();
    while (content > 0 && text.charAt(content - 1) == '\n') {
      content--;
    }
    int breaks = text.length() - content;
    if (empty < 0 && breaks > 0) {
      return null;
    }
    boolean keep = header.indexOf('+') > 0;
    int chomped = header.indexOf('-') > 0 ? 0 : 1;
    if (content == 0 || !(keep ? breaks > empty : breaks == chomped) || !writable(text)) {
      return null;
    }
    String lines = text.substring(0, content);
    if (indentUnclear(lines) && BlockScalars.indicator(header) == 0) {
      return null;
    }
    if (header.charAt(0) == '>') {
      lines = fold(lines);
    }
    return indented(lines, lineIndent, eol)
        + eol.repeat(keep && breaks > 0 ? breaks - 1 - empty : 0);
  }

  /**
   * Returns a header with the same style and indentation that keeps the line breaks at the end of
   * {@code text}.
   *
   * @param empty the number of empty lines that follow
   */
  static String fitting(String header, String text, int empty) {
    int breaks = 0;
    while (breaks < text.length() && text.charAt(text.length() - 1 - breaks) == '\n') {
      breaks++;
    }
    boolean strips = header.indexOf('-') > 0;
    boolean keeps = header.indexOf('+') > 0;
    if (breaks == 0 ? strips : breaks == 1 ? !strips && !(keeps && empty > 0) : keeps) {
      return header;
    }
    String chomping = breaks == 0 ? "-" : breaks == 1 ? "" : "+";
    return strips || keeps
        ? header.replace("-", chomping).replace("+", chomping)
        : header + chomping;
  }

  private static boolean writable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\t' && !TextStyle.printable(c) && !TextStyle.inPair(text, i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether the first line that is not empty starts with a blank. */
  private static boolean indentUnclear(String lines) {
    int at = 0;
    while (at < lines.length() && lines.charAt(at) == '\n') {
      at++;
    }
    return at < lines.length() && (lines.charAt(at) == ' ' || lines.charAt(at) == '\t');
  }

  /**
   * Doubles each line break that folding would turn into a space: one between lines that don't
   * start with a blank.
   */
  private static String fold(String lines) {
    StringBuilder out = new StringBuilder(lines.length() + 8);
    boolean blankBefore = true;
    int from = 0;
    while (from < lines.length()) {
      int end = lines.indexOf('\n', from);
      end = end < 0 ? lines.length() : end;
      int next = end;
      while (next < lines.length() && lines.charAt(next) == '\n') {
        next++;
      }
      if (end > from) {
        blankBefore = lines.charAt(from) == ' ' || lines.charAt(from) == '\t';
      }
      out.append(lines, from, next);
      boolean blankAfter =
          next < lines.length() && (lines.charAt(next) == ' ' || lines.charAt(next) == '\t');
      if (next > end && !blankBefore && !blankAfter) {
        out.append('\n');
      }
      from = next;
    }
    return out.toString();
  }

  private static String indented(String lines, String lineIndent, String eol) {
    StringBuilder out = new StringBuilder(lines.length() + 64);
    int from = 0;
    while (from <= lines.length()) {
      int end = lines.indexOf('\n', from);
      end = end < 0 ? lines.length() : end;
      out.append(eol);
      if (end > from) {
        out.append(lineIndent).append(lines, from, end);
      }
      from = end + 1;
    }
    return out.toString();
  }

  /**
   * Returns the header that SOPS gives a string, with {@code width} as the indentation if one is
   * needed.
   */
  static String header(String text, int width) {
    int length = text.length();
    boolean unclear = text.charAt(0) == ' ' || text.charAt(0) == '\n';
    String hint = unclear ? "|" + width : "|";
    if (text.charAt(length - 1) != '\n') {
      return hint + "-";
    }
    return length == 1 || text.charAt(length - 2) == '\n' ? hint + "+" : hint;
  }
}
