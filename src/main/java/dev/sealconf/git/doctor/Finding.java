package dev.sealconf.git.doctor;

import java.util.List;

/**
 * What a check found.
 *
 * @param text one line, in which untrusted text is quoted
 * @param hints commands and settings that help, the best first
 */
public record Finding(Level level, String text, List<String> hints) {

  /** How bad it is. */
  public enum Level {
    /** As it should be. */
    OK("ok"),
    /** It works, but not as well as it could, or as safely. */
    WARNING("warning"),
    /** It doesn't work, or isn't safe. */
    PROBLEM("problem");

    private final String word;

    Level(String word) {
      this.word = word;
    }

    /** Returns the word in front of a finding. */
    public String word() {
      return word;
    }
  }

  public Finding {
    hints = List.copyOf(hints);
  }

  static Finding ok(String text) {
    return new Finding(Level.OK, text, List.of());
  }

  static Finding warning(String text, String... hints) {
    return new Finding(Level.WARNING, text, List.of(hints));
  }

  static Finding problem(String text, String... hints) {
    return new Finding(Level.PROBLEM, text, List.of(hints));
  }
}
