package dev.sealconf.config;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A type that the text of a value must have. */
public enum ValueType {
  STRING("text", text -> true),
  INTEGER("a whole number", text -> text.matches("[+-]?[0-9]+")),
  NUMBER("a number", ValueType::isNumber),
  BOOLEAN(
      "true or false",
      text -> Set.of("true", "false", "yes", "no", "on", "off", "1", "0").contains(lower(text))),
  PORT("a port from 1 to 65535", ValueType::isPort),
  URL("a URL with a scheme and a host", ValueType::isUrl),
  EMAIL("an email address", text -> text.matches("[^@\\s]+@[^@\\s]+"));

  /** The longest text that is checked. No real number, port or URL is longer. */
  private static final int LONGEST = 10_000;

  private static final int LAST_PORT = 65_535;

  private final String description;
  private final Predicate<String> holds;

  ValueType(String description, Predicate<String> holds) {
    this.description = description;
    this.holds = holds;
  }

  /** Returns the word for the type in the configuration, such as {@code integer}. */
  public String word() {
    return lower(name());
  }

  /** Returns the type for this word. */
  static Optional<ValueType> of(String word) {
    for (ValueType type : values()) {
      if (type.word().equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Returns the description for messages such as {@code … is not a whole number}. */
  public String description() {
    return description;
  }

  /** Returns whether a text has this type. */
  public boolean holds(String text) {
    return this == STRING || text.length() <= LONGEST && holds.test(text);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean isNumber(String text) {
    try {
      return text.length() < 100 && new BigDecimal(text).precision() > 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isPort(String text) {
    if (!text.matches("[0-9]{1,5}")) {
      return false;
    }
    int port = Integer.parseInt(text);
    return port >= 1 && port <= LAST_PORT;
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      return uri.getScheme() != null && uri.getRawAuthority() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
