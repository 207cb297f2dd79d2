package dev.sealconf.envelope.spelling;

/** Moves original texts of several lines sideways with the line that they start in. */
public final class IndentedText {
  private IndentedText() {}

  /**
   * Returns the entry's text with its other lines moved as far as its first line.
   *
   * @param indent the current number of spaces at the start of its first line
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

  /** Returns the number of spaces at the start of the line that contains an offset. */
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
