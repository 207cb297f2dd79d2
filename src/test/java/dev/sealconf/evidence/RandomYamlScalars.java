package dev.sealconf.evidence;

/** YAML scalars in every spelling. */
final class RandomYamlScalars {
  private static final String[] TYPED = {
    "1",
    "-17",
    "+5",
    "0x1F",
    "0o17",
    "0777",
    "0b101",
    "1_000",
    "1.0",
    "1.10",
    "1e3",
    "-.5",
    ".inf",
    ".nan",
    "-0.0",
    "-0",
    "true",
    "True",
    "FALSE",
    "null",
    "~",
    "Null",
    "yes",
    "off",
    "2024-02-29",
    "2001-12-14t21:59:43.10-05:00",
    "2001-12-14 21:59:43",
    "12:30:45",
    "9223372036854775807",
    "\"\"",
    "''",
    "!!str 12",
    "!!int \"7\"",
    "!!float 3",
    "!custom x",
    "! 12",
    "\"1.0\"",
    "'null'"
  };

  private final RandomText text;

  RandomYamlScalars(RandomText text) {
    this.text = text;
  }

  /** A scalar on one line, fit for a flow collection if {@code inFlow}. */
  String oneLine(boolean inFlow) {
    return switch (text.below(6)) {
      case 0, 1 -> text.pick(TYPED);
      case 2 -> doubleQuoted(text.words(3));
      case 3 -> singleQuoted(text.words(3));
      case 4 ->
          inFlow ? text.plainWords(2) : text.plainWords(2) + text.pick("", ",x", "]", " {y}", ":z");
      default -> text.plainWords(3);
    };
  }

  /** A plain or quoted scalar over several lines, below a node of this indentation. */
  String manyLines(int indent) {
    String pad = "\n" + " ".repeat(indent + 1 + text.below(4));
    String blank = text.chance(30) ? "\n" : "";
    return switch (text.below(3)) {
      case 0 -> text.plainWords(2) + blank + pad + text.plainWords(2) + pad + text.plainWords(1);
      case 1 -> "'" + text.plainWords(2) + blank + pad + "it''s" + pad + "end '";
      default ->
          "\""
              + text.plainWords(2)
              + text.pick("", " \\", "\\n\\")
              + blank(blank)
              + pad
              + "\\tx\\\"\"";
    };
  }

  private String blank(String blank) {
    return text.chance(50) ? blank : "";
  }

  /** A literal or folded block with its header, ending in a line end. */
  String block(int indent) {
    int deeper = 1 + text.below(4);
    boolean leadingSpace = text.chance(15);
    String indicator = leadingSpace || text.chance(10) ? String.valueOf(deeper) : "";
    String chomp = text.pick("", "-", "+");
    String header = text.pick("|", ">") + (text.chance(50) ? chomp + indicator : indicator + chomp);
    StringBuilder block = new StringBuilder(header);
    block.append(text.chance(10) ? " # header" : "").append('\n');
    String pad = " ".repeat(indent + deeper);
    for (int i = text.below(4); i >= 0; i--) {
      block.append(pad).append(leadingSpace ? "  " : "").append(blockLine()).append('\n');
      leadingSpace = text.chance(10);
    }
    return block.append("\n".repeat(text.chance(25) ? 1 + text.below(2) : 0)).toString();
  }

  private String blockLine() {
    return text.pick("# ", "- ", "", "", "") + text.words(4) + text.pick("", "", "", "  ", "\t");
  }

  private String doubleQuoted(String words) {
    String escaped = words.replace("\\", "\\\\").replace("\"", "\\\"");
    return '"'
        + escaped
        + text.pick("", "\\n", "\\u00e9", "\\x41", "\\t", "\\U0001F600", " ")
        + '"';
  }

  private static String singleQuoted(String words) {
    return "'" + words.replace("'", "''") + "'";
  }
}
