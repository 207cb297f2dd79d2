package dev.sealconf.exec.required;

import java.util.Locale;
import java.util.Set;

/** Values that people put in templates until they fill in the real one. */
final class Placeholder {
  private static final Set<String> WORDS =
      Set.of(
          "changeme",
          "changeit",
          "change this",
          "replaceme",
          "placeholder",
          "todo",
          "tbd",
          "fixme",
          "none yet",
          "to be set",
          "example",
          "dummy",
          "insert here",
          "fill in",
          "secret here");

  /** Not a list, which a variable holds as JSON. */
  private static final String IN_BRACKETS =
      "\\[(?!true]|false]|null])[^\\[\\]{}\",0-9-][^\\[\\]{}\",]*]";

  private Placeholder() {}

  /**
   * Returns whether a value is a placeholder: {@code change-me}, {@code <token>}, {@code xxxx}, …
   */
  static boolean is(String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    String words = text.replaceAll("[-_.\\s]+", " ").strip();
    return WORDS.contains(words)
        || WORDS.contains(words.replace(" ", ""))
        || words.matches("your .*|insert .* here|replace .*|changeme.*|change me.*")
        || text.matches("<.+>|\\{\\{.+}}|\\$\\{.+}|[x*.?#-]{3,}")
        || text.matches(IN_BRACKETS);
  }
}
