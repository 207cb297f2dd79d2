package dev.sealconf.envelope.spelling;

/** Original texts of several lines, where the line that they begin in has moved to the side. */
public final class IndentedText {
  private IndentedText() {}

  /**
   * The entry's text with its further lines moved as far as its first one was.
   *
   * @param indent the spaces that begin its first line now
   */
  public static String moved(Spelling.Entry entry, int indent) {
    int by = indent - entry.indent();
    String text = entry.text();
    if (by == 0 || text.indexOf('\n') < 0) {
      return text;
    }
    StringBuilder moved = new StringBuilder(text.length());
    String[] lines = text.split("\n", -1);
    moved.append(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      moved.append('\n').append(moved(lines[i], by));
    }
    return moved.toString();
  }

  private static String moved(String line, int by) {
    if (line.isBlank()) {
      return line;
    }
    if (by > 0) {
      return " ".repeat(by) + line;
    }
    int spaces = 0;
    while (spaces < -by && line.charAt(spaces) == ' ') {
      spaces++;
    }
    return line.substring(spaces);
  }

  /** The spaces that begin the line of an offset. */
  public static int indent(byte[] file, int offset) {
    int line = offset;
    while (line > 0 && file[line - 1] != '\n' && file[line - 1] != '\r') {
      line--;
    }
    int at = line;
    while (at < offset && file[at] == ' ') {
      at++;
    }
    return at - line;
  }
}
