package dev.sealconf.document.tree;

import dev.sealconf.document.Span;

/** A key of a map and its value; {@code keySpan} covers the key as it is written. */
public record Entry(String key, Span keySpan, Node value) implements Member {

  /** Creates an entry that was not read from a file. */
  public static Entry of(String key, Node value) {
    return new Entry(key, Span.NONE, value);
  }
}
