package dev.sealconf.document.format.yaml.print;

import dev.sealconf.document.format.yaml.scalar.ScalarResolver;

/**
 * The styles in which a string may be written: plain, in single quotes, or as a literal block, by
 * the rules that SOPS prints by ({@code docs/format.md §4}).
 */
final class TextStyle {
  final boolean blockPlain;
  final boolean flowPlain;
  final boolean single;
  final boolean literal;

  private TextStyle(boolean blockPlain, boolean flowPlain, boolean single, boolean literal) {
    this.blockPlain = blockPlain;
    this.flowPlain = flowPlain;
    this.single = single;
    this.literal = literal;
  }

  /**
   * Returns the styles that {@code text} can have.
   *
   * @param astral whether characters beyond U+FFFF may be written as they are; SOPS escapes them
   */
  static TextStyle of(String text, boolean astral) {
    return text.isEmpty()
        ? new TextStyle(false, false, true, false)
        : new Survey(text, astral).style();
  }

  /** Returns whether a plain scalar with this text reads back as the same string. */
  static boolean staysText(String text) {
    if (oldBoolean(text) || sexagesimal(text)) {
      return false;
    }
    try {
      return ScalarResolver.plain(text) instanceof dev.sealconf.document.tree.Scalar.Text
          && !text.equals("<<");
    } catch (ScalarResolver.Unresolved unsigned) {
      return false;
    }
  }

  private static boolean oldBoolean(String text) {
    return switch (text) {
      case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON" -> true;
      case "n", "N", "no", "No", "NO", "off", "Off", "OFF" -> true;
      default -> false;
    };
  }

  /** Matches {@code 1:30:00.5}, which YAML 1.1 readers take for a number. */
  private static boolean sexagesimal(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      return false;
    }
    int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    if (at == colon || !isDigit(text.charAt(at))) {
      return false;
    }
    for (; at < colon; at++) {
      if (!isDigit(text.charAt(at)) && text.charAt(at) != '_') {
        return false;
      }
    }
    while (at < text.length() && text.charAt(at) == ':') {
      int digits = at + 1;
      while (digits < text.length() && isDigit(text.charAt(digits))) {
        digits++;
      }
      int count = digits - at - 1;
      if (count == 0 || count > 2 || count == 2 && text.charAt(at + 1) > '5') {
        return false;
      }
      at = digits;
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
        at++;
      }
    }
    return at == text.length();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Returns whether a character may be written as it is. */
  static boolean printable(char c) {
    if (c < 0x20) {
      return c == '\n';
    }
    if (c <= 0x7E) {
      return true;
    }
    if (c < 0xA0 || Character.isSurrogate(c)) {
      return false;
    }
    return c != 0x2028 && c != 0x2029 && c != 0xFEFF && c < 0xFFFE;
  }

  /** Returns whether the character at {@code i} is half of a surrogate pair. */
  static boolean inPair(String text, int i) {
    char c = text.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  /** One pass over a non-empty string. */
  private static final class Survey {
    private final String text;
    private final boolean astral;
    private boolean blockIndicator;
    private boolean flowIndicator;
    private boolean lineBreak;
    private boolean special;
    private boolean tab;
    private boolean breakSpace;
    private boolean spaceBreak;

    Survey(String text, boolean astral) {
      this.text = text;
      this.astral = astral;
    }

    TextStyle style() {
      if (text.startsWith("---") || text.startsWith("...")) {
        blockIndicator = true;
        flowIndicator = true;
      }
      first(text.charAt(0));
      for (int i = 0; i < text.length(); i++) {
        look(i);
      }
      char last = text.charAt(text.length() - 1);
      boolean edges = blank(text.charAt(0)) || blank(last);
      boolean odd = spaceBreak || special || tab || breakSpace;
      boolean plain = !edges && !odd && !lineBreak;
      return new TextStyle(
          plain && !blockIndicator,
          plain && !flowIndicator,
          !odd,
          !spaceBreak && !special && last != ' ' && text.charAt(0) != '\t');
    }

    private static boolean blank(char c) {
      return c == ' ' || c == '\n';
    }

    private void first(char c) {
      boolean alone = text.length() == 1 || separates(text.charAt(1));
      switch (c) {
        case '#', ',', '[', ']', '{', '}', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' -> {
          blockIndicator = true;
          flowIndicator = true;
        }
        case '?', ':' -> {
          flowIndicator = true;
          blockIndicator |= alone;
        }
        case '-' -> {
          flowIndicator |= alone;
          blockIndicator |= alone;
        }
        default -> {}
      }
    }

    private static boolean separates(char c) {
      return c == ' ' || c == '\t';
    }

    private void look(int i) {
      char c = text.charAt(i);
      if (i > 0) {
        indicator(c, i);
      }
      boolean afterBreak = i > 0 && text.charAt(i - 1) == '\n';
      boolean afterSpace = i > 0 && text.charAt(i - 1) == ' ';
      if (c == '\n') {
        lineBreak = true;
        spaceBreak |= afterSpace;
      } else if (c == ' ') {
        breakSpace |= afterBreak;
      } else if (c == '\t') {
        tab = true;
      } else if (!printable(c) && !(astral && inPair(text, i))) {
        special = true;
      }
    }

    private void indicator(char c, int i) {
      switch (c) {
        case ',', '?', '[', ']', '{', '}' -> flowIndicator = true;
        case ':' -> {
          flowIndicator = true;
          blockIndicator |= i + 1 == text.length() || separates(text.charAt(i + 1));
        }
        case '#' -> {
          char before = text.charAt(i - 1);
          boolean comment = separates(before) || before == '\n';
          flowIndicator |= comment;
          blockIndicator |= comment;
        }
        default -> {}
      }
    }
  }
}
