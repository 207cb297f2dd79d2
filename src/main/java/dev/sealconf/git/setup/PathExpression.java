package dev.sealconf.git.setup;

import java.util.ArrayList;
import java.util.List;

/**
 * A regular expression for paths as patterns of {@code gitattributes(5)}. Only the expressions that
 * people write for paths: letters, folders, {@code .*}, {@code [^/]*}, alternatives in parentheses,
 * an optional character.
 */
final class PathExpression {
  private static final int MOST_PATTERNS = 16;

  /** Any characters, slashes among them; any characters but slashes. */
  private static final char ANY = '\uE000';

  private static final char ANY_IN_NAME = '\uE001';

  /** What gitattributes would take for more than itself. */
  private static final String SPECIAL_IN_PATTERNS = "*?[\\\"";

  private final String text;
  private int at;
  private boolean understood = true;

  private PathExpression(String text) {
    this.text = text;
  }

  /**
   * Patterns that match the same paths; none if the expression can't be written as patterns, or is
   * for every path.
   */
  static List<String> patterns(String expression) {
    PathExpression reader = new PathExpression(expression);
    List<String> texts = reader.alternatives();
    List<String> patterns = new ArrayList<>();
    for (String flat : texts) {
      boolean start = flat.startsWith("^");
      boolean end = flat.endsWith("$");
      String inner = flat.substring(start ? 1 : 0, flat.length() - (end ? 1 : 0));
      if (inner.indexOf('^') >= 0 || inner.indexOf('$') >= 0) {
        return List.of();
      }
      String whole = (start ? "" : "" + ANY) + inner + (end ? "" : "" + ANY);
      boolean anchored = start && !inner.isEmpty() && inner.charAt(0) != ANY;
      for (String pattern : written(single(whole), anchored)) {
        if (!patterns.contains(pattern)) {
          patterns.add(pattern);
        }
      }
    }
    boolean usable =
        reader.understood && reader.at == expression.length() && patterns.size() <= MOST_PATTERNS;
    return usable && !patterns.contains("*") ? patterns : List.of();
  }

  /** Without an {@code ANY} beside another one, which means the same. */
  private static String single(String flat) {
    return flat.replaceAll(
        "[" + ANY + ANY_IN_NAME + "]*" + ANY + "[" + ANY + ANY_IN_NAME + "]*", "" + ANY);
  }

  /** Returns the texts that {@code a|b} stands for. */
  private List<String> alternatives() {
    List<String> all = new ArrayList<>(sequence());
    while (at < text.length() && text.charAt(at) == '|') {
      at++;
      all.addAll(sequence());
    }
    return all;
  }

  private List<String> sequence() {
    List<String> made = List.of("");
    while (understood && at < text.length() && "|)".indexOf(text.charAt(at)) < 0) {
      made = joined(made, quantified(piece()));
    }
    return made;
  }

  private List<String> joined(List<String> before, List<String> after) {
    List<String> joined = new ArrayList<>();
    for (String one : before) {
      after.forEach(other -> joined.add(one + other));
    }
    understood &= joined.size() <= MOST_PATTERNS;
    return joined;
  }

  /**
   * Returns a piece that may be optional; other repetitions belong to {@code .} and {@code [^/]}.
   */
  private List<String> quantified(List<String> piece) {
    char next = at < text.length() ? text.charAt(at) : ' ';
    if (next == '?') {
      at++;
      List<String> optional = new ArrayList<>(piece);
      optional.add("");
      return optional;
    }
    understood &= "*+{".indexOf(next) < 0;
    return piece;
  }

  private List<String> piece() {
    if (text.startsWith("[^/]*", at) || text.startsWith("[^/]+", at)) {
      at += 5;
      return List.of("" + ANY_IN_NAME);
    }
    if (text.startsWith(".*", at) || text.startsWith(".+", at)) {
      at += 2;
      return List.of("" + ANY);
    }
    char c = text.charAt(at++);
    if (c == '(') {
      at += text.startsWith("?:", at) ? 2 : 0;
      List<String> inside = alternatives();
      understood &= at < text.length() && text.charAt(at++) == ')';
      return inside;
    }
    if (c == '\\' && at < text.length()) {
      c = text.charAt(at++);
      understood &= !Character.isLetterOrDigit(c);
      return literal(c);
    }
    if (c == '^' || c == '$') {
      return List.of("" + c);
    }
    understood &= "[{*+?\\".indexOf(c) < 0;
    return c == '.' ? List.of("?") : literal(c);
  }

  private List<String> literal(char c) {
    understood &= SPECIAL_IN_PATTERNS.indexOf(c) < 0 && "^$".indexOf(c) < 0;
    return List.of("" + c);
  }

  /** Returns the patterns for a text without alternatives. */
  private static List<String> written(String flat, boolean anchored) {
    List<String> made = List.of("");
    for (int i = 0; i < flat.length(); i++) {
      char c = flat.charAt(i);
      List<String> next = new ArrayList<>();
      for (String before : made) {
        if (c == ANY) {
          any(before, flat, i).forEach(next::add);
        } else {
          next.add(before + (c == ANY_IN_NAME ? "*" : "" + c));
        }
      }
      made = next;
    }
    return made.stream().map(pattern -> rooted(pattern, anchored)).toList();
  }

  /**
   * Returns what {@code .*} is at this place: a star stops at a slash, two stars are whole folders.
   */
  private static List<String> any(String before, String flat, int i) {
    boolean atStart = before.isEmpty() || before.endsWith("/");
    boolean last = i == flat.length() - 1;
    boolean slashNext = !last && flat.charAt(i + 1) == '/';
    if (atStart && last) {
      return List.of(before + (before.isEmpty() ? "*" : "**"));
    }
    if (atStart) {
      boolean inName = before.isEmpty() && flat.indexOf('/') < 0 && flat.indexOf(ANY, i + 1) < 0;
      return List.of(before + (slashNext ? "**" : inName ? "*" : "**/*"));
    }
    if (slashNext) {
      return List.of(before + "*/**");
    }
    return last ? List.of(before + "*", before + "*/**") : List.of(before + "*", before + "*/**/*");
  }

  /** A pattern without a slash is for every folder. */
  private static String rooted(String pattern, boolean anchored) {
    return anchored && pattern.indexOf('/') < 0 ? "/" + pattern : pattern;
  }
}
