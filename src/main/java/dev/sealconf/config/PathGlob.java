package dev.sealconf.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** Detects a glob that was written instead of a regular expression, and translates it. */
final class PathGlob {
  /**
   * Matches a slash followed by a star. As a regular expression, that means any number of slashes,
   * which no path needs.
   */
  private static final Pattern SLASHES = Pattern.compile("(?<!\\\\)/\\*");

  /** Matches text that is malformed as a regular expression, or that would match literal braces. */
  private static final Pattern ONLY_GLOB =
      Pattern.compile("^\\^?\\*|(?<![\\\\.\\])])\\*\\*|\\{[^{}]*[^0-9{}][^{}]*,[^{}]*\\}");

  private static final Pattern OTHER_SYNTAX = Pattern.compile("[\\\\\\[(|+]|\\.\\*");
  private static final Pattern LETTER_STAR = Pattern.compile("[\\w-]\\*");
  private static final String SPECIAL = "\\.+()[]|^$";

  private PathGlob() {}

  /** Returns the regular expression for text that looks like a glob, or empty if it doesn't. */
  static Optional<String> meant(String text) {
    boolean glob =
        SLASHES.matcher(text).find()
            || ONLY_GLOB.matcher(text).find()
            || LETTER_STAR.matcher(text).find() && !OTHER_SYNTAX.matcher(text).find();
    return glob ? Optional.of(expression(bare(text))) : Optional.empty();
  }

  private static String bare(String text) {
    String start = text.startsWith("^") ? text.substring(1) : text;
    String whole = start.endsWith("$") ? start.substring(0, start.length() - 1) : start;
    return whole.replace("\\.", ".").replaceFirst("^(\\./|/)", "");
  }

  private static String expression(String glob) {
    StringBuilder out = new StringBuilder(glob.contains("/") ? "^" : "(^|/)");
    int braces = 0;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (glob.startsWith("**/", i)) {
        out.append("(.*/)?");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        out.append(".*");
        i++;
      } else if (c == '*') {
        out.append("[^/]*");
      } else if (c == '?') {
        out.append("[^/]");
      } else if (c == '{' && glob.indexOf('}', i) > 0) {
        out.append('(');
        braces++;
      } else if (c == '}' && braces > 0) {
        out.append(')');
        braces--;
      } else if (c == ',' && braces > 0) {
        out.append('|');
      } else {
        out.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return out.append('$').toString();
  }
}
