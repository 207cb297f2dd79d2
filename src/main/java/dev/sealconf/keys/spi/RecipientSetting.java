package dev.sealconf.keys.spi;

/**
 * A setting for all of a provider's recipients, such as {@code --aws-profile}.
 *
 * @param flag the flag's name without dashes, which is also its name in {@link KeyProvider#parse}
 * @param configField the field of a creation rule; empty if there is none
 * @param label the name of the value in help
 * @param description a line of help
 */
public record RecipientSetting(String flag, String configField, String label, String description) {}
