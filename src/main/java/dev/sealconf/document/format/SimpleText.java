package dev.sealconf.document.format;

/** Recognizes text that needs neither quotes nor escapes: most values, and all tokens. */
public final class SimpleText {
  private SimpleText() {}

  /**
   * Returns whether a text is printable ASCII without quotes and backslashes, so that no format
   * escapes any of it.
   */
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
   * Returns whether no character of a text is special in block-style YAML. The text may still read
   * as another type, such as a boolean.
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
