package dev.sealconf.io;

import java.util.Optional;

/**
 * Answers questions: a person at a terminal, a test, or a program that has decided beforehand.
 * Without an answer, an operation does the safe thing.
 */
public interface Ask {

  /** Gives no answer to anything. */
  Ask NO_ANSWER =
      new Ask() {
        @Override
        public boolean interactive() {
          return false;
        }

        @Override
        public Optional<char[]> askSecret(String prompt) {
          return Optional.empty();
        }

        @Override
        public Optional<String> askLine(String prompt) {
          return Optional.empty();
        }

        @Override
        public boolean confirm(String question) {
          return false;
        }
      };

  /** Whether questions can get an answer. */
  boolean interactive();

  /**
   * Asks for a line without showing it; empty if there is no answer. The caller wipes the array.
   */
  Optional<char[]> askSecret(String prompt);

  /** Asks for a line and shows it while it is typed; empty if there is no answer. */
  Optional<String> askLine(String prompt);

  /** Asks a yes-or-no question; no answer is no. */
  boolean confirm(String question);
}
