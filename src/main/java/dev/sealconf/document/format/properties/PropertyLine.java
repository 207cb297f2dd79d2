package dev.sealconf.document.format.properties;

import dev.sealconf.document.Layout;
import dev.sealconf.document.Span;

/**
 * How a property is written; the layout of its value.
 *
 * @param whole the line or lines with the line ending
 * @param separator what is between key and value, without line breaks; empty if there is only a key
 * @param dangling whether the span of the value ends with a backslash that continues nothing
 */
record PropertyLine(Span whole, String separator, boolean dangling) implements Layout {

  /** Returns whether {@code =} or {@code :} separates the value from the key. */
  boolean hasDelimiter() {
    return separator.indexOf('=') >= 0 || separator.indexOf(':') >= 0;
  }
}
