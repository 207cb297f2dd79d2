package dev.sealconf.keys.spi;

import java.util.SortedMap;

/** A metadata field of a master key: a text, or a table of texts. */
public sealed interface Field {
  record Text(String value) implements Field {}

  record Table(SortedMap<String, String> entries) implements Field {}
}
