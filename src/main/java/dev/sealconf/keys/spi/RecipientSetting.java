package dev.sealconf.keys.spi;

/**
 * Something a provider has to be told beside its recipients, for all of them: {@code
 * --aws-profile}.
 *
 * @param flag its name without dashes, by which {@link KeyProvider#parse} gets it
 * @param configField the field of a creation rule; empty if there is none
 * @param label the name of its value in help
 * @param description a line of help
 */
public record RecipientSetting(String flag, String configField, String label, String description) {}
