package dev.sealconf.keys.spi;

import java.util.List;

/**
 * Describes how to send a provider's keys to a key service: a message in SOPS's {@code
 * keyservice.proto} ({@code docs/keyservice.md §protocol}).
 *
 * @param kind the number of the message in the {@code oneof} of {@code Key}
 * @param fields names of metadata fields, in the order of their numbers in the message, starting at
 *     1
 * @param tables which of the fields are tables of texts
 */
public record KeyMessage(int kind, List<String> fields, List<String> tables) {

  /** Creates a message in which every field is a text. */
  public KeyMessage(int kind, String... fields) {
    this(kind, List.of(fields), List.of());
  }
}
