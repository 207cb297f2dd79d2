package dev.sealconf.session;

import java.util.Optional;

/** The words that Go's {@code strconv.ParseBool} takes, as SOPS does. */
public final class GoBoolean {
  private GoBoolean() {}

  /** The boolean that a word means; empty for any other word. */
  public static Optional<Boolean> of(String word) {
    return switch (word) {
      case "1", "t", "T", "true", "TRUE", "True" -> Optional.of(true);
      case "0", "f", "F", "false", "FALSE", "False" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
