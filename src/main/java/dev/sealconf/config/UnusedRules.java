package dev.sealconf.config;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sealconf.envelope.selection.RulePattern;
import dev.sealconf.error.Printable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds creation rules that match no file, or not the files they were written for. */
final class UnusedRules {
  private static final Set<String> EVERY_FILE = Set.of(".*", "^.*", ".*$", "^.*$", "^", ".", ".+");

  /** Matches the folders at the start of an absolute path. */
  private static final Pattern ABSOLUTE = Pattern.compile("^\\^(/[A-Za-z0-9_/-]*[A-Za-z0-9_-])/");

  private final Path folder;
  private final List<String> warnings = new ArrayList<>();
  private final Map<String, Integer> expressions = new HashMap<>();
  private int everyFile;

  private UnusedRules(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the warnings about rules.
   *
   * @param folder the configuration file's folder, absolute
   */
  static List<String> of(Path folder, List<Setting> rules) {
    UnusedRules unused = new UnusedRules(folder);
    int number = 0;
    for (Setting rule : rules) {
      unused.rule(++number, rule.asTable("creation_rules"));
    }
    return unused.warnings;
  }

  private void rule(int number, Setting.Table rule) {
    Optional<String> expression = rule.text("path_regex");
    Setting place = rule.entry("path_regex").orElse(rule);
    String text = expression.orElse("");
    Optional<String> never =
        everyFile > 0
            ? Optional.of("rule " + everyFile + " before it matches every file")
            : expression.flatMap(this::never);
    Integer same = expressions.putIfAbsent(text, number);
    if (never.isPresent()) {
      warnings.add(place.where() + ": rule " + number + " is never used: " + never.get());
    } else if (same != null) {
      warnings.add(
          place.where() + ": rule " + number + " is never used: rule " + same + " is the same");
    } else if (isExpression(text)) {
      PathGlob.meant(text).ifPresent(meant -> glob(place, number, text, meant));
    }
    if (everyFile == 0 && (expression.isEmpty() || EVERY_FILE.contains(text))) {
      everyFile = number;
    }
  }

  private void glob(Setting place, int number, String text, String meant) {
    warnings.add(
        place.where()
            + ": path_regex of rule "
            + number
            + " looks like a glob: "
            + Printable.quote(text)
            + ". As a regular expression that is "
            + Printable.quote(meant));
  }

  /** Returns why no path below the folder can match, or empty if one can. */
  private Optional<String> never(String text) {
    String below = folder.toString();
    if (text.startsWith("^" + below) || text.startsWith("^" + Pattern.quote(below))) {
      return Optional.of("paths are relative to the folder of this file");
    }
    if (text.startsWith("^\\./") || text.startsWith("^\\.\\./") || isNowhere(text)) {
      return Optional.of(
          "paths of files below " + Printable.quote(below) + " start like secrets/a.yaml");
    }
    return misplacedAnchor(text)
        ? Optional.of("nothing can follow $, or precede ^")
        : Optional.empty();
  }

  /** Returns whether the rule matches only files in an absolute folder that doesn't exist. */
  private static boolean isNowhere(String text) {
    Matcher start = ABSOLUTE.matcher(text);
    return start.find() && Files.notExists(Path.of(start.group(1)));
  }

  /** Returns whether the expression needs text after the end of the path, or before its start. */
  private static boolean misplacedAnchor(String text) {
    if (text.contains("(?")) {
      return false; // flags may change the meaning of anchors
    }
    boolean bracket = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (bracket) {
        bracket = c != ']';
      } else if (c == '[') {
        bracket = true;
        i += text.startsWith("[^", i) ? 2 : 1; // a bracket right after [ is an ordinary character
      } else if (c == '$' && needsMore(text, i + 1)) {
        return true;
      } else if (c == '^' && i > 0 && isPlain(text.charAt(i - 1)) && !escaped(text, i - 1)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the expression needs a character at this position. */
  private static boolean needsMore(String text, int at) {
    boolean optional = at + 1 < text.length() && "*?{".indexOf(text.charAt(at + 1)) >= 0;
    return at < text.length() && isPlain(text.charAt(at)) && !optional;
  }

  private static boolean isPlain(char c) {
    return Character.isLetterOrDigit(c) || c == '/' || c == '_' || c == '-' || c == '.';
  }

  private static boolean escaped(String text, int at) {
    return at > 0 && text.charAt(at - 1) == '\\';
  }

  private static boolean isExpression(String text) {
    try {
      return RulePattern.compile(text) != null;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
