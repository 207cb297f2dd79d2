package dev.sealconf.document.format.ini;

import dev.sealconf.document.Layout;

/** What is around a value of an INI file. */
enum IniQuote implements Layout {
  BARE(""),
  SINGLE("'"),
  DOUBLE("\""),
  BACKTICK("`"),
  TRIPLE("\"\"\""),
  /**
   * Quotes around lines that a comment follows: behind quotes on one line SOPS would not see it.
   */
  BACKTICK_COMMENTED("`"),
  TRIPLE_COMMENTED("\"\"\"");

  private final String mark;

  IniQuote(String mark) {
    this.mark = mark;
  }

  String mark() {
    return mark;
  }

  /** The same quotes, around lines that a comment follows. */
  IniQuote commented() {
    return this == BACKTICK ? BACKTICK_COMMENTED : this == TRIPLE ? TRIPLE_COMMENTED : this;
  }

  /** A token in the place of a value. */
  String tokenText(String token) {
    boolean bare = this == BACKTICK_COMMENTED || this == TRIPLE_COMMENTED;
    return bare ? token : mark + token + mark;
  }

  /** The quote that may span lines and that starts here, or {@link #BARE}. */
  static IniQuote opening(byte[] in, int at, int lineEnd) {
    if (in[at] == '`') {
      return BACKTICK;
    }
    boolean triple = lineEnd - at > 3 && in[at] == '"' && in[at + 1] == '"' && in[at + 2] == '"';
    return triple ? TRIPLE : BARE;
  }

  /** The quote that is around {@code [start, end)} and nowhere in it, or {@link #BARE}. */
  static IniQuote around(byte[] in, int start, int end) {
    if (end - start < 2 || in[start] != in[end - 1] || (in[start] != '"' && in[start] != '\'')) {
      return BARE;
    }
    for (int at = start + 1; at < end - 1; at++) {
      if (in[at] == in[start]) {
        return BARE;
      }
    }
    return in[start] == '"' ? DOUBLE : SINGLE;
  }
}
