package dev.sealconf.envelope.selection;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Compiles the patterns of rules. They are RE2, which takes time proportional to the text, but also
 * to the size of the compiled program: a few nested repetitions make it huge.
 */
public final class RulePattern {
  /** The maximum product of nested repetitions, as in SOPS. */
  private static final int REPETITIONS = 1000;

  private static final int PROGRAM = 50_000;

  private RulePattern() {}

  /**
   * Returns the compiled pattern.
   *
   * @throws PatternSyntaxException if it is not valid RE2, or has more repetitions than SOPS
   *     accepts
   */
  public static Pattern compile(String expression) {
    new Repetitions(expression).check();
    Pattern pattern = Pattern.compile(expression);
    if (pattern.programSize() > PROGRAM) {
      throw new PatternSyntaxException("too large", "");
    }
    return pattern;
  }

  /** Multiplies nested repetitions of groups. */
  private static final class Repetitions {
    private final String text;
    private int at;
    private boolean broken;

    Repetitions(String text) {
      this.text = text;
    }

    void check() {
      while (at < text.length()) {
        if (alternatives(0) > REPETITIONS || broken) {
          throw new PatternSyntaxException("repeats too often", "");
        }
        at++;
      }
    }

    /**
     * Returns the largest product up to the end of the group, and leaves {@code at} on its bracket.
     */
    private int alternatives(int depth) {
      int most = 1;
      int atom = 1;
      broken |= depth > REPETITIONS;
      while (at < text.length() && text.charAt(at) != ')' && !broken) {
        char c = text.charAt(at);
        if (c == '{') {
          most = Math.max(most, atom * count());
          broken |= most > REPETITIONS;
        } else {
          atom = 1;
          if (c == '(') {
            at++;
            atom = alternatives(depth + 1);
          } else if (c == '[') {
            skipClass();
          } else if (c == '\\') {
            at++;
          }
          most = Math.max(most, atom);
        }
        at++;
      }
      return most;
    }

    /** Returns the upper bound of the repetition at the brace; 1 if it isn't one. */
    private int count() {
      int end = text.indexOf('}', at);
      if (end < 0 || !Character.isDigit(text.charAt(at + 1))) {
        return 1; // The brace is a literal.
      }
      int most = 1;
      for (String number : text.substring(at + 1, Math.min(end, at + 12)).split(",", 2)) {
        if (number.isEmpty() || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
          continue;
        }
        most = Math.max(most, number.length() > 4 ? REPETITIONS + 1 : Integer.parseInt(number));
      }
      return most;
    }

    private void skipClass() {
      at++;
      if (at < text.length() && text.charAt(at) == '^') {
        at++;
      }
      for (boolean first = true; at < text.length(); first = false) {
        char c = text.charAt(at);
        if (c == ']' && !first) {
          return;
        } else if (c == '[' && text.startsWith("[:", at) && text.indexOf(":]", at) > 0) {
          at = text.indexOf(":]", at) + 1;
        } else if (c == '\\') {
          at++;
        }
        at++;
      }
    }
  }
}
