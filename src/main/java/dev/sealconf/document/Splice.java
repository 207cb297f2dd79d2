package dev.sealconf.document;

import java.nio.charset.StandardCharsets;

/**
 * A change of a file: the bytes of {@code span} give way to {@code text}. An empty span inserts, an
 * empty text removes.
 */
public record Splice(Span span, byte[] text) {

  public static Splice of(Span span, String text) {
    return new Splice(span, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Splice insert(int offset, String text) {
    return of(new Span(offset, offset), text);
  }

  public static Splice remove(int start, int end) {
    return new Splice(new Span(start, end), new byte[0]);
  }

  /** Whether this replaces bytes, and all of them lie in what {@code other} replaces. */
  public boolean changesWithin(Splice other) {
    return span.length() > 0
        && other.span.start() <= span.start()
        && span.end() <= other.span.end();
  }
}
