package dev.sealconf.keys.spi;

import java.util.List;

/**
 * The ways to give a provider its recipients: flag names such as {@code -a} and {@code --age}, the
 * environment variable that replaces the flag, the field of a creation rule, the field of an entry
 * in {@code key_groups}, and a line of help.
 */
public record RecipientFlag(
    List<String> names,
    String environment,
    String configField,
    String groupField,
    String description) {

  /** Creates a flag whose field has the same name in rules and in groups. */
  public RecipientFlag(
      List<String> names, String environment, String configField, String description) {
    this(names, environment, configField, configField, description);
  }
}
