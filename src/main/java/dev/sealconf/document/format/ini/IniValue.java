package dev.sealconf.document.format.ini;

import dev.sealconf.document.Span;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The value of a key as {@code ini.v1} reads it.
 *
 * @param text the bytes of the value itself
 * @param span the text as written, with its quotes and all its lines
 * @param tail what follows on the last line, up to its last visible byte; may be empty
 * @param next the offset of the next line
 */
record IniValue(byte[] text, Span span, IniQuote quote, Span tail, int next) {

  /** Reads the value after the delimiter, from {@code start}; null if its quotes are not closed. */
  static IniValue read(byte[] in, int start, int lineEnd) {
    int first = GoSpace.skip(in, start, lineEnd);
    if (first == lineEnd) {
      return empty(in, start, new Span(lineEnd, lineEnd), lineEnd);
    }
    IniQuote quote = IniQuote.opening(in, first, lineEnd);
    if (quote != IniQuote.BARE) {
      return quoted(in, first, lineEnd, quote);
    }
    int end = GoSpace.trim(in, first, lineEnd);
    return in[end - 1] == '\\'
        ? continued(in, first, end, lineEnd)
        : oneLine(in, start, new Span(first, end), lineEnd);
  }

  /** The span of an empty value is after the delimiter and one space. */
  private static IniValue empty(byte[] in, int start, Span tail, int next) {
    int at = start < in.length && in[start] == ' ' ? start + 1 : start;
    return new IniValue(new byte[0], new Span(at, at), IniQuote.BARE, tail, next);
  }

  private static IniValue quoted(byte[] in, int first, int lineEnd, IniQuote quote) {
    int start = first + quote.mark().length();
    int end = lineEnd;
    int close = last(in, start, end, quote);
    while (close < 0 || (end > lineEnd && goesOn(in, close + quote.mark().length(), end))) {
      if (end == in.length) {
        return null;
      }
      int line = end;
      end = lineEnd(in, line);
      close = last(in, line, end, quote);
    }
    int behind = close + quote.mark().length();
    int stop = GoSpace.trim(in, behind, end);
    Span tail = new Span(GoSpace.skip(in, behind, stop), stop);
    byte[] text = Arrays.copyOfRange(in, start, close);
    return new IniValue(text, new Span(first, behind), quote, tail, end);
  }

  /**
   * Returns whether a backslash ends the line after a closing quote, so that the quote closes
   * nothing.
   */
  private static boolean goesOn(byte[] in, int from, int lineEnd) {
    int end = GoSpace.trim(in, from, lineEnd);
    return end > from && in[end - 1] == '\\';
  }

  /** Returns the offset of the last quote of this kind in a line, or -1. */
  private static int last(byte[] in, int from, int lineEnd, IniQuote quote) {
    byte mark = (byte) quote.mark().charAt(0);
    int width = quote.mark().length();
    for (int at = lineEnd - width; at >= from; at--) {
      boolean here = in[at] == mark;
      for (int i = 1; here && i < width; i++) {
        here = in[at + i] == mark;
      }
      if (here) {
        return at;
      }
    }
    return -1;
  }

  /**
   * Reads a value with line continuations. After a backslash at the end of a line, the next line,
   * trimmed, continues the value, up to a blank line.
   */
  private static IniValue continued(byte[] in, int first, int end, int lineEnd) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.write(in, first, end - 1 - first);
    int line = lineEnd;
    int last = end;
    boolean more = true;
    while (more && line < in.length) {
      int stop = lineEnd(in, line);
      int from = GoSpace.skip(in, line, stop);
      int to = GoSpace.trim(in, from, stop);
      line = stop;
      more = to > from && in[to - 1] == '\\';
      if (to > from) {
        text.write(in, from, (more ? to - 1 : to) - from);
        last = to;
      }
    }
    Span none = new Span(last, last);
    return new IniValue(text.toByteArray(), new Span(first, last), IniQuote.BARE, none, line);
  }

  private static IniValue oneLine(byte[] in, int start, Span line, int next) {
    int comment = line.start();
    while (comment < line.end() && in[comment] != '#' && in[comment] != ';') {
      comment++;
    }
    Span tail = new Span(comment, line.end());
    int end = GoSpace.trim(in, line.start(), comment);
    if (end == line.start()) {
      return empty(in, start, tail, next);
    }
    IniQuote quote = IniQuote.around(in, line.start(), end);
    int width = quote.mark().length();
    byte[] text = Arrays.copyOfRange(in, line.start() + width, end - width);
    return new IniValue(text, new Span(line.start(), end), quote, tail, next);
  }

  /** Returns the offset after the line ending of the line that contains {@code from}. */
  static int lineEnd(byte[] in, int from) {
    int at = from;
    while (at < in.length && in[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, in.length);
  }
}
