package dev.sealconf.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Edits of a sealed file's text that someone without a key can make, from a seed. */
final class RandomEdits {
  private static final Pattern TOKEN = Pattern.compile("ENC\\[AES256_GCM,[^\\]\\n]*\\]");
  private static final String[] TYPES = {"str", "int", "float", "bool", "time", "bytes", "comment"};
  private static final String[] SNIPPETS = {
    "#", " # ", "\"", "'", "\n", "\n\n", " ", "\t", ":", ": ", "-", "- ", "[", "]", "{", "}", ",",
    "=", ";", " ; ", "\r", "\r\n", "&a ", "*a", "!t ", "!!str ", "---\n", "...\n", "<<: ", "|", ">",
    "\\", "\\n", "`", "\"\"\"", "%", "@", "null", "~", "\u0085", "\u2028", "\ufeff", "\u0000",
    "\u00a0"
  };

  private final Random random;
  private final String format;

  RandomEdits(long seed, String format) {
    this.random = new Random(seed);
    this.format = format;
  }

  /** The text after one to three edits. */
  String of(String sealed) {
    String edited = sealed;
    for (int i = random.nextInt(3); i >= 0; i--) {
      edited = edit(edited);
    }
    return edited;
  }

  private String edit(String text) {
    return switch (random.nextInt(14)) {
      case 0, 1 -> lines(text);
      case 2 -> swapTokens(text);
      case 3 -> tokenSomewhere(text);
      case 4 -> otherType(text);
      case 5, 6 -> insertLine(text, nothing());
      case 7 -> twice(text);
      case 8, 9 -> insert(text, pick(SNIPPETS));
      case 10 -> text.isEmpty() ? text : remove(text, random.nextInt(text.length()));
      case 11 -> indent(text);
      case 12 -> empty(text);
      default -> insertLine(text, comment());
    };
  }

  private String lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
    int one = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.add(other, lines.get(one));
      case 1 -> lines.remove(one);
      case 2 -> Collections.swap(lines, one, other);
      default -> lines.set(one, "#" + lines.get(one));
    }
    return String.join("", lines);
  }

  private List<MatchResult> tokens(String text) {
    return TOKEN.matcher(text).results().toList();
  }

  private String swapTokens(String text) {
    List<MatchResult> tokens = tokens(text);
    if (tokens.isEmpty()) {
      return text;
    }
    String one = tokens.get(random.nextInt(tokens.size())).group();
    String other = tokens.get(random.nextInt(tokens.size())).group();
    return text.replace(one, "\u0001").replace(other, one).replace("\u0001", other);
  }

  private String tokenSomewhere(String text) {
    List<MatchResult> tokens = tokens(text);
    if (tokens.isEmpty()) {
      return text;
    }
    String token = tokens.get(random.nextInt(tokens.size())).group();
    String moved = random.nextBoolean() ? token : typed(token);
    return switch (random.nextInt(4)) {
      case 0 -> insertLine(text, "#" + moved);
      case 1 -> insertLine(text, "- " + moved);
      case 2 -> text.replaceFirst("\\[", "[\"" + moved + "\", ");
      default -> insertLine(text, nothing().replaceAll("[{\\[].*", moved));
    };
  }

  private String otherType(String text) {
    List<MatchResult> tokens = tokens(text);
    if (tokens.isEmpty()) {
      return text;
    }
    String token = tokens.get(random.nextInt(tokens.size())).group();
    return text.replace(token, typed(token));
  }

  private String typed(String token) {
    return token.replaceFirst("type:[a-z]+", "type:" + pick(types()));
  }

  /** A float in a format of texts is printed with a digit more than the MAC has. */
  private String[] types() {
    boolean typed = format.equals("yaml") || format.equals("json");
    return typed ? TYPES : new String[] {"str", "int", "bool", "time", "bytes", "comment"};
  }

  /** An entry that no MAC sees. */
  private String nothing() {
    return switch (format) {
      case "yaml" ->
          pick("more: {}", "more: []", "more:", "more: ''", "? more", "\"m\": null", "- ");
      case "json", "binary" ->
          pick("\"more\": {},", "\"more\": null,", "\"more\": \"\",", "[],", "\"\",");
      case "dotenv" -> pick("MORE=", "export MORE=", "=", " =");
      case "properties" -> pick("more", "more=", "more :", "=", "\\", "m\\u006fre=");
      default -> pick("more =", "[more]", "[DEFAULT]", "more:", "[sops]", "- =");
    };
  }

  private String comment() {
    return pick(
        "# note",
        "; note",
        "#",
        "  # note",
        "# x: y",
        "# x=y",
        "# a\rb: c",
        "# a\u2028b: c",
        "\"\"\"");
  }

  private String twice(String text) {
    List<String> keys =
        Pattern.compile("[A-Za-z_]\\w*(?=\"?\\s*[:=])")
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .toList();
    if (keys.isEmpty()) {
      return text;
    }
    String key = keys.get(random.nextInt(keys.size()));
    return insertLine(text, nothing().replaceAll("(?i)more|m(?=\")", key));
  }

  private String insertLine(String text, String line) {
    List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
    int at = random.nextInt(lines.size());
    String indent = lines.get(at).replaceAll("(?s)\\S.*", "").replace("\n", "");
    lines.add(at, (random.nextInt(4) == 0 ? "" : indent) + line + "\n");
    return String.join("", lines);
  }

  private String insert(String text, String what) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + what + text.substring(at);
  }

  private static String remove(String text, int at) {
    return text.substring(0, at) + text.substring(at + 1);
  }

  private String indent(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    lines.set(at, random.nextBoolean() ? "  " + line : line.replaceFirst("^ {1,2}", ""));
    return String.join("", lines);
  }

  private String empty(String text) {
    List<MatchResult> tokens = tokens(text);
    return tokens.isEmpty()
        ? text
        : text.replace(
            tokens.get(random.nextInt(tokens.size())).group(), pick("", "null", "''", "{}"));
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
