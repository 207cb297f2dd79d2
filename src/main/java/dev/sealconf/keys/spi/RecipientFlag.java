package dev.sealconf.keys.spi;

import java.util.List;

/**
 * How a provider's recipients are given: flag names such as {@code -a} and {@code --age}, the
 * environment variable that replaces it, the field of a creation rule, the field of one of its
 * {@code key_groups}, and a line of help.
 */
public record RecipientFlag(
    List<String> names,
    String environment,
    String configField,
    String groupField,
    String description) {

  /** A flag whose field is called alike in rules and in groups. */
  public RecipientFlag(
      List<String> names, String environment, String configField, String description) {
    this(names, environment, configField, configField, description);
  }
}
