package dev.sealconf.exec.notation;

import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.exec.variable.Variable;

/** Refuses variables that the reader would not read back byte for byte. */
final class NotWritable {
  private NotWritable() {}

  /**
   * Returns the failure for one variable.
   *
   * @param why a clause about the value or the name, such as {@code the value has a line break}
   */
  static SealconfException because(Variable variable, Notation notation, String why) {
    return new OutputFailure.NotRepresentable(
            Printable.quote(variable.name())
                + " can't be written for "
                + notation.reader()
                + ": "
                + why)
        .hint("to leave it out, add --except " + Printable.quote(variable.name()));
  }

  /**
   * Returns the value as text, for a reader that accepts only text.
   *
   * @throws SealconfException if the bytes are not text
   */
  static String text(Variable variable, Notation notation) {
    return variable
        .text()
        .orElseThrow(() -> because(variable, notation, "the value is not UTF-8 text"));
  }

  /**
   * Refuses a name that starts with a digit or has a character other than letters, digits and
   * underscores.
   */
  static void requireIdentifier(Variable variable, Notation notation) {
    if (!isIdentifier(variable.name())) {
      throw because(
          variable, notation, "a name may have only letters, digits and _, and no digit in front");
    }
  }

  private static boolean isIdentifier(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** Returns whether a reader that trims white space would change this text. */
  static boolean hasSpaceAround(String text) {
    return !text.isEmpty()
        && (isSpace(text.codePointAt(0)) || isSpace(text.codePointBefore(text.length())));
  }

  /** Returns whether Python, JavaScript, Ruby or Go treats this character as white space. */
  private static boolean isSpace(int codePoint) {
    return codePoint <= ' '
        || codePoint == 0x85
        || codePoint == 0xFEFF
        || Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint);
  }
}
