package dev.sealconf.document.format.dotenv;

/**
 * How programs that read {@code .env} files interpret a line that SOPS takes literally: names
 * without {@code export}; values without quotes, comments and surrounding blanks. Follows
 * python-dotenv 1.2, except that it does not expand {@code ${NAME}} ({@code docs/variables.md §env
 * files}).
 */
final class DotenvMeaning {
  private static final String EXPORT = "export";
  private static final String QUOTES = "'\"`";
  private static final String ESCAPED = "\\'\"abfnrtv";
  private static final String MEANT = "\\'\"\u0007\b\f\n\r\t\u000b";

  private DotenvMeaning() {}

  /** Returns the name of a variable. */
  static String name(String key) {
    String name = key.strip();
    boolean exported =
        name.startsWith(EXPORT)
            && name.length() > EXPORT.length()
            && Character.isWhitespace(name.charAt(EXPORT.length()));
    return exported ? name.substring(EXPORT.length()).strip() : name;
  }

  /** Returns the text of a variable. */
  static String value(String text) {
    String value = text.strip();
    if (!value.isEmpty() && QUOTES.indexOf(value.charAt(0)) >= 0) {
      int end = closingQuote(value);
      if (end > 0 && isNothingOrComment(value.substring(end + 1))) {
        return inside(value.substring(1, end), value.charAt(0));
      }
      return value;
    }
    return withoutComment(value);
  }

  /**
   * Returns the end of the quoted text that starts a value, or -1. A backslash escapes the next
   * character.
   */
  private static int closingQuote(String value) {
    for (int i = 1; i < value.length(); i++) {
      if (value.charAt(i) == value.charAt(0)) {
        return i;
      } else if (value.charAt(i) == '\\' && value.charAt(0) != '`') {
        i++;
      }
    }
    return -1;
  }

  private static boolean isNothingOrComment(String rest) {
    return rest.isBlank() || rest.stripLeading().startsWith("#");
  }

  private static String inside(String quoted, char quote) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      int known = c == '\\' && i + 1 < quoted.length() ? ESCAPED.indexOf(quoted.charAt(i + 1)) : -1;
      boolean escape = known >= 0 && (quote == '"' || quote == '\'' && known < 2);
      text.append(escape ? MEANT.charAt(known) : c);
      i += escape ? 1 : 0;
    }
    return text.toString();
  }

  private static String withoutComment(String value) {
    for (int i = 1; i < value.length(); i++) {
      if (value.charAt(i) == '#' && Character.isWhitespace(value.charAt(i - 1))) {
        return value.substring(0, i).stripTrailing();
      }
    }
    return value.startsWith("#") ? "" : value;
  }
}
