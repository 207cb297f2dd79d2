package dev.sealconf.io;

import java.util.Optional;

/**
 * Answers questions: a person at a terminal, a test, or a program that decides in advance. Without
 * an answer, an operation takes the safe choice.
 */
public interface Ask {

  /** Answers no question. */
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

  /** Returns whether questions can be answered. */
  boolean interactive();

  /**
   * Returns whether another program, such as gpg with its own window, may ask the user. A Java
   * program that reads a file must not wait for a person.
   */
  default boolean allowsPrompts() {
    return true;
  }

  /** Returns what the user can do so that a secret can be asked for; a hint. */
  default String howToSupply() {
    return "run it at a terminal, where the passphrase can be typed";
  }

  /**
   * Asks for a line and hides it while it is typed. Returns empty if there is no answer. The caller
   * wipes the array.
   */
  Optional<char[]> askSecret(String prompt);

  /** Asks for a line and shows it while it is typed. Returns empty if there is no answer. */
  Optional<String> askLine(String prompt);

  /** Asks a yes-or-no question. No answer means no. */
  boolean confirm(String question);
}
