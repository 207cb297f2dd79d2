package dev.sealconf.exec.notation;

import dev.sealconf.exec.variable.Variable;

/** What readers of one variable a line can't take. */
final class LineRules {
  /** Bytes of a line: Docker reads lines with Go's bufio.Scanner, which stops at 64 KiB. */
  private static final int LONGEST = 65_000;

  private LineRules() {}

  /** Whether any reader would end a line in this text: at LF, CR, or a separator of Unicode. */
  static boolean hasLineBreak(String text) {
    return text.chars()
        .anyMatch(c -> c >= '\n' && c <= '\r' || c == 0x85 || c == 0x2028 || c == 0x2029);
  }

  /** Refuses a line that is longer than Docker reads. */
  static void requireShort(Variable variable, Notation notation) {
    if (variable.name().length() + variable.value().length > LONGEST) {
      throw NotWritable.because(
          variable, notation, "the line would be longer than " + LONGEST + " bytes");
    }
  }
}
