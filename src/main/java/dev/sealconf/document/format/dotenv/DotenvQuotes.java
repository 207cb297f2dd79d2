package dev.sealconf.document.format.dotenv;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.FormatHints;
import dev.sealconf.error.OutputFailure;
import java.util.regex.Pattern;

/**
 * Puts quotes around a text if programs that read {@code .env} files would get another one without
 * them. What it returns means the same for {@link DotenvMeaning}, python-dotenv 1.2 and dotenv 18
 * for Node, except that python-dotenv replaces <code>${NAME}</code>. Node takes escapes in quotes
 * literally, except for line breaks, so the text in the quotes must need no other escape.
 */
final class DotenvQuotes {
  /** Node takes U+2028 and U+2029 for line ends, after which it looks for quotes again. */
  private static final Pattern NEEDS_QUOTES = Pattern.compile("[#\\n\\r\\u2028\\u2029]");

  private static final Pattern NOT_IN_SINGLE = Pattern.compile("['\\n\\r]|\\\\(\\\\|\\z)");
  private static final Pattern NOT_IN_DOUBLE = Pattern.compile("\"|\\\\([\\\\'abfnrtv\\n\\r]|\\z)");

  private DotenvQuotes() {}

  /**
   * Returns the text, in quotes if it needs them.
   *
   * @throws OutputFailure.NotRepresentable if no quotes can hold it
   */
  static String around(String text) {
    if (isPlain(text)) {
      return text;
    } else if (!NOT_IN_SINGLE.matcher(text).find()) {
      return "'" + text + "'";
    } else if (!NOT_IN_DOUBLE.matcher(text).find()) {
      return '"' + text.replace("\r", "\\r") + '"';
    }
    throw new OutputFailure.NotRepresentable(
            "no quotes in an ENV file can hold the value for all programs that read it")
        .hint("change the value: leave out quotes and backslashes")
        .hint(FormatHints.keepIn(DocumentFormat::holdsTrees));
  }

  private static boolean isPlain(String text) {
    return text.isEmpty()
        || !isEdge(text.charAt(0))
            && !isEdge(text.charAt(text.length() - 1))
            && "'\"`".indexOf(text.charAt(0)) < 0
            && !NEEDS_QUOTES.matcher(text).find();
  }

  /** Returns whether a program may drop this character at the start or the end of a value. */
  private static boolean isEdge(char c) {
    return c == '\uFEFF'
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c);
  }
}
