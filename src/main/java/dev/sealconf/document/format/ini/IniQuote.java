package dev.sealconf.document.format.ini;

import dev.sealconf.document.Layout;

/** The quotes around a value of an INI file. */
enum IniQuote implements Layout {
  BARE(""),
  SINGLE("'"),
  DOUBLE("\""),
  BACKTICK("`"),
  TRIPLE("\"\"\""),
  /**
   * Quotes around lines that are followed by a comment. After one-line quotes, SOPS would not see
   * the comment.
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

  /** Returns the same quotes, for lines that are followed by a comment. */
  IniQuote commented() {
    return this == BACKTICK ? BACKTICK_COMMENTED : this == TRIPLE ? TRIPLE_COMMENTED : this;
  }

  /** Returns the text of a token in place of the value. */
  String tokenText(String token) {
    boolean bare = this == BACKTICK_COMMENTED || this == TRIPLE_COMMENTED;
    return bare ? token : mark + token + mark;
  }

  /** Returns the multi-line quote that starts here, or {@link #BARE}. */
  static IniQuote opening(byte[] in, int at, int lineEnd) {
    if (in[at] == '`') {
      return BACKTICK;
    }
    boolean triple = lineEnd - at > 3 && in[at] == '"' && in[at + 1] == '"' && in[at + 2] == '"';
    return triple ? TRIPLE : BARE;
  }

  /**
   * Returns the quote that surrounds {@code [start, end)} and is not inside it, or {@link #BARE}.
   */
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
