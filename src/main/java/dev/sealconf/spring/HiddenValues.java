package dev.sealconf.spring;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;

/** Decides which values a message must not show, and describes their properties without them. */
final class HiddenValues {
  private HiddenValues() {}

  /** Returns whether the value is from an encrypted file, or may contain one of its values. */
  static boolean contains(ConfigurationProperty property) {
    return property != null
        && (isEncrypted(property.getOrigin())
            || property.getSource() != null
                && property.getSource().getUnderlyingSource() instanceof EncryptedSource
            || String.valueOf(property.getValue()).contains("${"));
  }

  private static boolean isEncrypted(Origin origin) {
    return origin instanceof EncryptedSource.FileOrigin
        || origin instanceof PropertySourceOrigin outer
            && (outer.getPropertySource() instanceof EncryptedSource
                || isEncrypted(outer.getOrigin()));
  }

  /** Returns lines with the name of the property and the file that it comes from. */
  static String describe(ConfigurationProperty property) {
    Origin origin = property.getOrigin();
    return "%n    Property: %s%n    Origin: %s"
        .formatted(property.getName(), origin == null ? "unknown" : origin);
  }
}
