package dev.sealconf.document.format.ini;

import dev.sealconf.document.Span;

/**
 * The key of a line as {@code ini.v1} reads it.
 *
 * @param name the span of the name itself
 * @param written the span of the key with its quotes
 * @param value the offset after the delimiter
 */
record IniKey(Span name, Span written, int value) {

  /** Why a line has no key. */
  enum Flaw {
    NO_DELIMITER("a line has neither '=' nor ':'"),
    NO_KEY("a line has no key"),
    NOT_CLOSED("the quotes around a key are not closed");

    private final String text;

    Flaw(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** The result of {@link #read}: a key or a flaw. */
  record Result(IniKey key, Flaw flaw) {}

  /** Reads the key that starts at {@code start}, the first visible byte of a line. */
  static Result read(byte[] in, int start, int lineEnd) {
    int quote = quoteWidth(in, start, lineEnd);
    return quote == 0 ? bare(in, start, lineEnd) : quoted(in, start, lineEnd, quote);
  }

  private static int quoteWidth(byte[] in, int start, int lineEnd) {
    if (in[start] == '`') {
      return 1;
    } else if (in[start] != '"') {
      return 0;
    }
    return lineEnd - start > 6 && in[start + 1] == '"' && in[start + 2] == '"' ? 3 : 1;
  }

  private static Result bare(byte[] in, int start, int lineEnd) {
    int delimiter = delimiter(in, start, lineEnd);
    if (delimiter < 0) {
      return new Result(null, Flaw.NO_DELIMITER);
    } else if (delimiter == start) {
      return new Result(null, Flaw.NO_KEY);
    }
    Span name = new Span(start, GoSpace.trim(in, start, delimiter));
    return new Result(new IniKey(name, name, delimiter + 1), null);
  }

  private static Result quoted(byte[] in, int start, int lineEnd, int width) {
    int close = start + width;
    while (close + width <= lineEnd && !same(in, start, close, width)) {
      close++;
    }
    if (close + width > lineEnd) {
      return new Result(null, Flaw.NOT_CLOSED);
    }
    int delimiter = delimiter(in, close + width, lineEnd);
    if (delimiter < 0) {
      return new Result(null, Flaw.NO_DELIMITER);
    }
    int first = GoSpace.skip(in, start + width, close);
    Span name = new Span(first, GoSpace.trim(in, first, close));
    if (name.length() == 0) {
      return new Result(null, Flaw.NO_KEY);
    }
    return new Result(new IniKey(name, new Span(start, close + width), delimiter + 1), null);
  }

  private static boolean same(byte[] in, int one, int other, int width) {
    for (int i = 0; i < width; i++) {
      if (in[one + i] != in[other + i]) {
        return false;
      }
    }
    return true;
  }

  private static int delimiter(byte[] in, int from, int lineEnd) {
    for (int at = from; at < lineEnd; at++) {
      if (in[at] == '=' || in[at] == ':') {
        return at;
      }
    }
    return -1;
  }
}
