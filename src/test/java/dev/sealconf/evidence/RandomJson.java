package dev.sealconf.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Valid JSON objects from a seed: every spelling of strings and numbers, and every layout. */
final class RandomJson {
  private static final String[] SCALARS = {
    "0",
    "-0",
    "1",
    "-17",
    "9223372036854775807",
    "-9223372036854775808",
    "1.0",
    "1.10",
    "1e3",
    "1E+21",
    "-0.0",
    "1e-7",
    "4.9e-324",
    "123456789.125",
    "true",
    "false",
    "null",
    "\"\"",
    "\"1\"",
    "{}",
    "[]",
    "{ }",
    "[\n]"
  };

  private final RandomText text;
  private final boolean pretty;
  private final String indent;
  private int names;

  private RandomJson(long seed) {
    text = new RandomText(new Random(seed));
    pretty = text.chance(70);
    indent = text.pick("  ", "\t", "    ", " ", "");
  }

  /** The document of this seed. */
  static byte[] document(long seed) {
    RandomJson json = new RandomJson(seed);
    String whole = json.text.pick("", "", "", "\n", " ") + json.object(0);
    whole += json.text.pick("\n", "\n", "\n", "", "\n\n", " \t\n");
    return (json.text.chance(15) ? whole.replace("\n", "\r\n") : whole)
        .getBytes(StandardCharsets.UTF_8);
  }

  private String object(int depth) {
    StringBuilder object = new StringBuilder("{");
    int members = text.below(depth == 0 ? 7 : 4);
    for (int i = 0; i < members; i++) {
      object.append(i == 0 ? "" : comma()).append(lineEnd(depth + 1));
      object.append(key()).append(text.chance(5) ? " " : "").append(':');
      object.append(pretty || text.chance(20) ? " " : "").append(value(depth + 1));
    }
    return object.append(lineEnd(depth)).append('}').toString();
  }

  private String list(int depth) {
    boolean inline = text.chance(40);
    StringBuilder list = new StringBuilder("[");
    int items = text.below(4);
    for (int i = 0; i < items; i++) {
      list.append(i == 0 ? "" : comma()).append(inline ? "" : lineEnd(depth + 1));
      list.append(value(depth + 1));
    }
    return list.append(inline ? "" : lineEnd(depth)).append(']').toString();
  }

  private String comma() {
    return text.chance(5) ? " , " : ",";
  }

  private String lineEnd(int depth) {
    return pretty ? "\n" + indent.repeat(depth) : text.pick("", "", "", " ");
  }

  private String value(int depth) {
    int kind = text.below(10);
    if (depth < 5 && kind < 2) {
      return object(depth);
    }
    if (depth < 5 && kind == 2) {
      return list(depth);
    }
    return kind < 6 ? text.pick(SCALARS) : string(text.words(4));
  }

  private String key() {
    String name = "k" + names++ + (text.chance(10) ? "_unencrypted" : "");
    return text.chance(20) ? string(name + text.word()) : '"' + name + '"';
  }

  private String string(String content) {
    StringBuilder string = new StringBuilder("\"");
    for (char c : content.toCharArray()) {
      if (c == '"' || c == '\\') {
        string.append('\\').append(c);
      } else if (c == '/' && text.chance(50)) {
        string.append("\\/");
      } else if (text.chance(4)) {
        string.append(text.chance(50) ? String.format("\\u%04x", (int) c) : hexUpper(c));
      } else {
        string.append(c);
      }
    }
    return string
        .append(text.pick("", "", "\\n", "\\t\\b\\f\\r", "\\u2028", "\u2029", "\\u0000"))
        .append('"')
        .toString();
  }

  private static String hexUpper(char c) {
    return String.format("\\u%04X", (int) c);
  }
}
