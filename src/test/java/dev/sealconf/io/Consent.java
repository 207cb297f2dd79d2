package dev.sealconf.io;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Answers yes-or-no questions as it is told, and no others. */
public record Consent(BooleanSupplier answer) implements Ask {
  @Override
  public boolean interactive() {
    return true;
  }

  @Override
  public Optional<char[]> askSecret(String prompt) {
    return NO_ANSWER.askSecret(prompt);
  }

  @Override
  public Optional<String> askLine(String prompt) {
    return NO_ANSWER.askLine(prompt);
  }

  @Override
  public boolean confirm(String question) {
    return answer.getAsBoolean();
  }
}
