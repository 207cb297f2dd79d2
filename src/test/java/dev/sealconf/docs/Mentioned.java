package dev.sealconf.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the calls of sealconf that a text has in it, wherever they are: in a block of commands, in
 * the YAML of a CI system, or between backticks.
 */
final class Mentioned {
  private static final Pattern START =
      Pattern.compile("(?<![\\w/.:~-])sealconf(?= +([a-z]+\\b|-)(?!:))");
  private static final String END_OF_COMMAND = "|;&<>()`#\n";

  private Mentioned() {}

  /** The arguments of each call, without quotes. */
  static List<List<String>> in(String text) {
    String joined = text.replaceAll("\\\\\n\\s*", " ");
    List<List<String>> calls = new ArrayList<>();
    Matcher start = START.matcher(joined);
    while (start.find()) {
      calls.add(words(joined.substring(start.end())));
    }
    return calls;
  }

  private static List<String> words(String rest) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (char c : rest.toCharArray()) {
      if (quote != 0 ? c == quote : c == '\'' || c == '"') {
        quote = quote == 0 ? c : 0;
      } else if (quote != 0 || c != ' ' && END_OF_COMMAND.indexOf(c) < 0) {
        word.append(c);
      } else {
        if (word.length() > 0) {
          words.add(word.toString());
          word.setLength(0);
        }
        if (c != ' ') {
          return words;
        }
      }
    }
    if (word.length() > 0) {
      words.add(word.toString());
    }
    return words;
  }
}
