package dev.sealconf.keys.spi;

import java.util.SortedMap;

/** A field of a master key as it is in the metadata: a text, or a table of texts. */
public sealed interface Field {
  record Text(String value) implements Field {}

  record Table(SortedMap<String, String> entries) implements Field {}
}
