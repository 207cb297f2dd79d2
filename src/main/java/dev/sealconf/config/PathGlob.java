package dev.sealconf.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** Recognizes a glob where a regular expression belongs, and translates it. */
final class PathGlob {
  /** As a regular expression, any number of slashes, one of which is no path. */
  private static final Pattern SLASHES = Pattern.compile("(?<!\\\\)/\\*");

  /** As regular expressions malformed, or literal braces. */
  private static final Pattern ONLY_GLOB =
      Pattern.compile("^\\^?\\*|(?<![\\\\.\\])])\\*\\*|\\{[^{}]*[^0-9{}][^{}]*,[^{}]*\\}");

  private static final Pattern OTHER_SYNTAX = Pattern.compile("[\\\\\\[(|+]|\\.\\*");
  private static final Pattern LETTER_STAR = Pattern.compile("[\\w-]\\*");
  private static final String SPECIAL = "\\.+()[]|^$";

  private PathGlob() {}

  /** The regular expression for what looks like a glob; empty if it does not. */
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
