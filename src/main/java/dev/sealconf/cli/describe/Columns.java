package dev.sealconf.cli.describe;

import dev.sealconf.io.World;

/** Lays out text for a terminal, {@code COLUMNS} characters wide, or 80 if that is not set. */
final class Columns {
  private static final String VARIABLE = "COLUMNS";
  private static final int USUAL_WIDTH = 80;
  private static final int LEAST_WIDTH = 40;
  private static final int MOST_WIDTH = 120;
  private static final int LEFT = 30;
  private static final int NARROW_LEFT = 6;

  private final int width;
  private final int left;

  Columns(World world) {
    int asked = world.variable(VARIABLE).map(Columns::number).orElse(USUAL_WIDTH);
    this.width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, asked));
    this.left = width < USUAL_WIDTH - 10 ? NARROW_LEFT : LEFT;
  }

  private static int number(String text) {
    try {
      int number = Integer.parseInt(text.strip());
      return number > 0 ? number : USUAL_WIDTH;
    } catch (NumberFormatException e) {
      return USUAL_WIDTH;
    }
  }

  /** Adds a name with its meaning to the right, or below if the name is long. */
  void row(StringBuilder text, String name, String meaning) {
    text.append("  ").append(name);
    if (name.length() + 4 > left) {
      text.append('\n').append(" ".repeat(left));
    } else {
      text.append(" ".repeat(left - name.length() - 2));
    }
    wrap(text, left, meaning, "");
  }

  /** Adds words, wrapped at the width. */
  void words(StringBuilder text, String indent, String words) {
    text.append(indent);
    wrap(text, indent.length(), words, "");
  }

  /** Adds a command line, wrapped with backslashes. */
  void command(StringBuilder text, String line) {
    text.append("  ");
    wrap(text, 4, line, " \\");
  }

  private void wrap(StringBuilder text, int indent, String words, String mark) {
    int column = Math.max(indent, text.length() - text.lastIndexOf("\n") - 1);
    int start = column;
    String[] all = words.split(" ");
    for (int i = 0; i < all.length; i++) {
      String word = all[i];
      int behind = i + 1 < all.length ? mark.length() : 0;
      if (column > start && column + 1 + word.length() + behind > width) {
        text.append(mark).append('\n').append(" ".repeat(indent));
        column = indent;
        start = indent;
      } else if (column > start) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += word.length();
    }
    text.append('\n');
  }
}
