package dev.sealconf.document.format;

/** Tells texts of which one look shows how they are written: most values, and all tokens. */
public final class SimpleText {
  private SimpleText() {}

  /** Whether it is printable ASCII without quotes and backslashes: no format escapes any of it. */
  public static boolean needsNoEscapes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\' || c == '\'') {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether nothing in it has a meaning of its own in a YAML block. It may still read as another
   * type, such as a boolean.
   */
  public static boolean isPlainInBlock(String text) {
    int last = text.length() - 1;
    if (last < 0 || !isLetter(text.charAt(0)) || text.charAt(last) == ' ') {
      return false;
    }
    for (int i = 1; i <= last; i++) {
      char c = text.charAt(i);
      boolean harmless = isLetter(c) || c >= '0' && c <= '9' || " +/=,_.-[]".indexOf(c) >= 0;
      if (!harmless && (c != ':' || i == last || text.charAt(i + 1) == ' ')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
