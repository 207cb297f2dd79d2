package dev.sealconf.document;

import java.nio.charset.StandardCharsets;

/**
 * A change of a file that replaces the bytes of {@code span} with {@code text}. An empty span
 * inserts; an empty text removes.
 */
public record Splice(Span span, byte[] text) {

  /** Replaces a span with this text as UTF-8. */
  public static Splice of(Span span, String text) {
    return new Splice(span, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Inserts this text, as UTF-8, at a byte offset. */
  public static Splice insert(int offset, String text) {
    return of(new Span(offset, offset), text);
  }

  /** Removes the bytes from {@code start} up to {@code end}. */
  public static Splice remove(int start, int end) {
    return new Splice(new Span(start, end), new byte[0]);
  }

  /** Returns whether this replaces bytes and all of them are within what {@code other} replaces. */
  public boolean changesWithin(Splice other) {
    return span.length() > 0
        && other.span.start() <= span.start()
        && span.end() <= other.span.end();
  }
}
