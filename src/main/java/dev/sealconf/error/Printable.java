package dev.sealconf.error;

/**
 * Makes untrusted text safe to show on a terminal or in a log: control characters, line and
 * paragraph separators, direction overrides and unpaired surrogates are written as escapes. Every
 * key, path, file name, recipient and rule that a message names passes through here.
 */
public final class Printable {
  private Printable() {}

  /** The text between single quotes, each unsafe code point escaped. */
  public static String quote(String text) {
    return "'" + plain(text) + "'";
  }

  /** The text without quotes, each unsafe code point escaped. */
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
