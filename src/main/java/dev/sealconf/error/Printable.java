package dev.sealconf.error;

import java.util.regex.Pattern;

/**
 * Makes untrusted text safe to show on a terminal or in a log. Control characters, line and
 * paragraph separators, direction overrides and unpaired surrogates become escapes. Every key,
 * path, file name, recipient and rule in a message goes through here.
 */
public final class Printable {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_./:@%+=,][A-Za-z0-9_./:@%+=,-]*");

  private static final int LONGEST = 120;
  private static final int HEAD = 40;
  private static final int TAIL = 12;

  private Printable() {}

  /**
   * Returns the text as one POSIX shell word: in single quotes, with each unsafe code point
   * escaped. A quote in the text can't end the word, so messages and hints are safe to paste into a
   * shell.
   */
  public static String quote(String text) {
    return "'" + plain(text).replace("'", "'\\''") + "'";
  }

  /** Like {@link #quote}, but without quotes if a shell reads the text as one word anyway. */
  public static String word(String text) {
    return WORD.matcher(text).matches() ? text : quote(text);
  }

  /**
   * Returns JSON text with each unsafe code point in a string written as a {@code \\u} escape. Line
   * breaks and tabs between the values stay.
   */
  public static String json(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int width;
    for (int i = 0; i < text.length(); i += width) {
      int c = text.codePointAt(i);
      width = Character.charCount(c);
      if (c == '\n' || c == '\t' || !unsafe(c)) {
        out.appendCodePoint(c);
      } else {
        text.substring(i, i + width)
            .chars()
            .forEach(unit -> out.append(String.format("\\u%04x", unit)));
      }
    }
    return out.toString();
  }

  /**
   * Returns the text, or its start and end if it is too long for a line, such as the name of a
   * post-quantum recipient. Escapes nothing.
   */
  public static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, HEAD) + "…" + text.substring(text.length() - TAIL);
  }

  /** Returns the text without quotes, with each unsafe code point escaped. */
  public static String plain(String text) {
    StringBuilder out = null;
    int width;
    for (int i = 0; i < text.length(); i += width) {
      int c = text.codePointAt(i);
      width = Character.charCount(c);
      if (unsafe(c)) {
        if (out == null) {
          out = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        out.append("\\u{").append(Integer.toHexString(c)).append('}');
      } else if (out != null) {
        out.appendCodePoint(c);
      }
    }
    return out == null ? text : out.toString();
  }

  private static boolean unsafe(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
