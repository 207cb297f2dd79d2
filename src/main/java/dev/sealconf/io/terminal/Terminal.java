package dev.sealconf.io.terminal;

import java.util.Optional;

/** The person at the terminal, if there is one. Prompts never go to standard output. */
public interface Terminal {

  /** Whether somebody can be asked. */
  boolean interactive();

  /** Whether standard error is shown on a terminal, so that progress makes sense. */
  boolean showsProgress();

  /**
   * Asks for a line without showing it; empty if there is no answer. The caller wipes the array.
   */
  Optional<char[]> askSecret(String prompt);

  /** Asks for a line and shows it while it is typed; empty if there is no answer. */
  Optional<String> askLine(String prompt);

  /** Asks a question that wants yes or no; no answer is no. */
  boolean confirm(String question);
}
