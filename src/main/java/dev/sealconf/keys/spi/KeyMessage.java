package dev.sealconf.keys.spi;

import java.util.List;

/**
 * How the keys of a provider are named to key services: the message in SOPS's {@code
 * keyservice.proto} ({@code docs/keyservice.md §protocol}).
 *
 * @param kind the number of the message in the {@code oneof} of {@code Key}
 * @param fields names of fields in the metadata; the first one has number 1 in the message
 * @param tables which of them are tables of texts
 */
public record KeyMessage(int kind, List<String> fields, List<String> tables) {

  /** A message whose fields are texts, all of them. */
  public KeyMessage(int kind, String... fields) {
    this(kind, List.of(fields), List.of());
  }
}
