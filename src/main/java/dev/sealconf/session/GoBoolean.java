package dev.sealconf.session;

import java.util.Optional;

/** The boolean words that Go's {@code strconv.ParseBool} accepts, as SOPS does. */
public final class GoBoolean {
  private GoBoolean() {}

  /** Returns the boolean for a word; empty if it is not one of these words. */
  public static Optional<Boolean> of(String word) {
    return switch (word) {
      case "1", "t", "T", "true", "TRUE", "True" -> Optional.of(true);
      case "0", "f", "F", "false", "FALSE", "False" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
