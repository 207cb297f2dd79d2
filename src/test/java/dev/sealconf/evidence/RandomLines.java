package dev.sealconf.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Valid ENV and INI files from a seed, and files of any bytes. */
final class RandomLines {
  private final RandomText text;
  private final StringBuilder out = new StringBuilder();
  private int names;

  private RandomLines(long seed) {
    text = new RandomText(new Random(seed));
  }

  static byte[] env(long seed) {
    RandomLines lines = new RandomLines(seed);
    lines.out.append("FIRST=").append(lines.envValue()).append('\n');
    for (int i = lines.text.below(12); i > 0; i--) {
      lines.envLine();
    }
    return lines.finished();
  }

  static byte[] ini(long seed) {
    RandomLines lines = new RandomLines(seed);
    for (int i = lines.text.below(4); i >= 0; i--) {
      lines.iniSection(i);
    }
    return lines.finished();
  }

  static byte[] binary(long seed) {
    RandomLines lines = new RandomLines(seed);
    return lines.text.chance(50)
        ? lines.text.bytes(300)
        : lines.text.words(50).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] finished() {
    String whole = out.toString();
    if (text.chance(15) && whole.endsWith("\n")) {
      whole = whole.substring(0, whole.length() - 1);
    }
    if (text.chance(15) && !whole.contains("\n\n")) {
      whole = whole.replace("\n", "\r\n");
    }
    return (text.chance(5) ? "\ufeff" + whole : whole).getBytes(StandardCharsets.UTF_8);
  }

  private void envLine() {
    switch (text.below(10)) {
      case 0 -> out.append('\n');
      case 1 -> out.append(text.pick("#", "# ", "#A=")).append(text.words(3)).append('\n');
      default -> out.append(envKey()).append('=').append(envValue()).append('\n');
    }
  }

  private String envKey() {
    String name = "K" + names++ + (text.chance(10) ? "_unencrypted" : "");
    return text.pick("", "", "", "", "export ", " ", "\t", "🔑", "a.b-")
        + name
        + text.pick("", "", "", " ");
  }

  private String envValue() {
    String words = text.words(4);
    return switch (text.below(8)) {
      case 0 -> "";
      case 1 -> '"' + words + '"';
      case 2 -> "'" + words + "'";
      case 3 -> words + "\\n" + words;
      case 4 -> words + " # no comment";
      case 5 -> text.spaces(1, 3) + words + text.spaces(0, 3);
      case 6 -> words + text.pick("\\", "\\\\n", "==", "${K0}", "\t", "\u2028");
      default -> words;
    };
  }

  private void iniSection(int section) {
    if (section > 0 || text.chance(50)) {
      out.append(iniComment()).append('[').append(text.pick("s", "s t", "s.t", "ü", "S:"));
      out.append(names++).append(']').append(text.pick("", "", " ", " ; behind")).append('\n');
    }
    for (int i = text.below(6); i > 0; i--) {
      out.append(iniComment()).append(text.pick("", "", "", "  ", "\t"));
      out.append("k").append(names++).append(text.chance(10) ? "_unencrypted" : "");
      out.append(text.pick(" = ", "=", ": ", "   =   ", " =")).append(iniValue());
      out.append(text.pick("", "", "", " ; inline", " # inline", "  ")).append('\n');
    }
  }

  private String iniComment() {
    return switch (text.below(8)) {
      case 0 -> text.pick("; ", "# ", ";", "#") + text.plainWords(4) + "\n";
      case 1 -> "\n";
      default -> "";
    };
  }

  private String iniValue() {
    return switch (text.below(9)) {
      case 0 -> "";
      case 1 -> '"' + text.plainWords(4) + " ; kept\"";
      case 2 -> "'" + text.plainWords(4) + "'";
      case 3 -> '`' + text.plainWords(4) + " # kept`";
      case 4 -> "\"\"\"" + text.plainWords(2) + "\n" + text.plainWords(2) + "\"\"\"";
      case 5 -> text.plainWords(2) + " \\\n   " + text.plainWords(2);
      case 6 -> text.pick("1", "0x1F", "true", "2024-01-01", "a=b", "50%", "[1]", "é🔑");
      default -> text.words(3).replace("#", "");
    };
  }
}
