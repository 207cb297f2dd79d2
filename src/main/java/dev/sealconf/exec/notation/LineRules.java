package dev.sealconf.exec.notation;

import dev.sealconf.exec.variable.Variable;

/** Limits of readers that expect one variable per line. */
final class LineRules {
  /**
   * The maximum length of a line in bytes. Docker reads lines with Go's bufio.Scanner, which stops
   * at 64 KiB.
   */
  private static final int LONGEST = 65_000;

  private LineRules() {}

  /**
   * Returns whether any reader would end a line inside this text: at LF, CR, or a Unicode
   * separator.
   */
  static boolean hasLineBreak(String text) {
    return text.chars()
        .anyMatch(c -> c >= '\n' && c <= '\r' || c == 0x85 || c == 0x2028 || c == 0x2029);
  }

  /** Refuses a line that is too long for Docker. */
  static void requireShort(Variable variable, Notation notation) {
    if (variable.name().length() + variable.value().length > LONGEST) {
      throw NotWritable.because(
          variable, notation, "the line would be longer than " + LONGEST + " bytes");
    }
  }
}
