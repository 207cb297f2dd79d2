package dev.sealconf.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Files whose sealed values are written in ways that the values alone do not tell. Keys that start
 * with {@code s} are sealed, and everything else is clear; no two texts are the same.
 */
final class OddSpellings {

  /**
   * A sealed value as it is written.
   *
   * @param key what stands before it on its line
   */
  record Written(String key, String text) {}

  private final RandomText text;
  private final StringBuilder out = new StringBuilder();
  private final List<Written> sealed = new ArrayList<>();
  private final boolean marked;
  private int number;

  private OddSpellings(long seed, boolean marked) {
    this.text = new RandomText(new Random(seed));
    this.marked = marked;
  }

  /** A file, and how its sealed values are written in it. */
  record File(Sample sample, List<Written> sealed) {}

  /**
   * The file of a seed.
   *
   * @param marked whether the comment {@code # seal} stands above what is to be sealed
   */
  static File of(String format, long seed, boolean marked) {
    OddSpellings odd = new OddSpellings(seed, marked);
    switch (format) {
      case "yaml" -> odd.yaml();
      case "json" -> odd.json();
      case "ini" -> odd.ini();
      default -> odd.env();
    }
    byte[] bytes = odd.out.toString().getBytes(StandardCharsets.UTF_8);
    return new File(
        new Sample(format + " of seed " + seed, format, bytes), List.copyOf(odd.sealed));
  }

  private void yaml() {
    for (int documents = text.chance(80) ? 1 : 2; documents > 0; documents--) {
      String anchor = "";
      for (int entries = 3 + text.below(8); entries > 0; entries--) {
        between("");
        if (text.chance(40)) {
          line("c" + number++ + ": " + text.pick("1.0", "'x'", "app:1", "\"\"", "", "{}"));
        } else {
          out.append(marked ? "# seal\n" : "");
          anchor = sealed(anchor);
        }
      }
      out.append(documents > 1 ? "---\n" : "");
    }
  }

  /** One sealed entry; the anchor that may be referred to from now on. */
  private String sealed(String anchor) {
    String key = "s" + number++;
    switch (text.below(6)) {
      case 0 -> {
        line(key + ":");
        for (int i = text.below(3); i >= 0; i--) {
          out.append(text.chance(20) ? "  #  sealed too\t\n" : "");
          value("  k" + number++ + ":", scalar());
        }
      }
      case 1 -> {
        line(key + ":");
        for (int i = text.below(3); i >= 0; i--) {
          value("  -", scalar());
        }
      }
      case 2 -> {
        String name = "a" + number++;
        line(key + ": &" + name + " {k" + number + ": " + scalar() + "}");
        return name;
      }
      case 3 -> {
        if (!anchor.isEmpty() && !marked) {
          value(key + ":", "*" + anchor);
        }
      }
      case 4 -> {
        out.append(key).append(": >\n      two").append(number);
        out.append("\n      folded lines\n");
        sealed.add(new Written(key + ":", ">\ntwo" + number++ + "\nfolded lines"));
      }
      default -> value(key + ":", scalar());
    }
    return anchor;
  }

  private String scalar() {
    int n = 100 + number++;
    return switch (text.below(10)) {
      case 0 -> "0x1F" + n;
      case 1 -> "0" + Integer.toOctalString(n + 4096);
      case 2 -> n + ".10";
      case 3 -> "1_0" + n;
      case 4 -> "\"caf\\u00e9 " + n + "\"";
      case 5 -> "12345678901234567890" + n;
      case 6 -> n + "e3";
      case 7 -> "!!str " + n;
      case 8 -> "+" + n;
      default -> "2024-01-02T03:04:05." + n + "0+02:00";
    };
  }

  private void value(String key, String written) {
    sealed.add(new Written(key.strip(), written));
    line(key + " " + written);
  }

  private void line(String line) {
    out.append(line).append(text.chance(15) ? " # inline" + number++ : "").append('\n');
  }

  private void between(String indent) {
    out.append(text.chance(20) ? indent + "# clear " + number++ + "\n" : "");
    out.append(text.chance(10) ? "\n" : "");
  }

  private void json() {
    out.append("{\n");
    for (int entries = 2 + text.below(8); entries >= 0; entries--) {
      String end = entries > 0 ? ",\n" : "\n";
      int n = 100 + number++;
      String written =
          text.pick(n + ".10", n + "e3", "12345678901234567890" + n, "\"caf\\u00e9 " + n + "\"");
      if (text.chance(40)) {
        out.append("  \"c").append(n).append("\": [1.0, \"\", {}]").append(end);
      } else {
        sealed.add(new Written("\"s" + n + "\":", written));
        out.append("  \"s").append(n).append("\": ").append(written).append(end);
      }
    }
    out.append("}\n");
  }

  private void ini() {
    for (int sections = 1 + text.below(2); sections >= 0; sections--) {
      out.append("[one").append(number++).append("]\n");
      for (int entries = 1 + text.below(4); entries >= 0; entries--) {
        between("");
        int n = 100 + number++;
        if (text.chance(40)) {
          out.append("c").append(n).append(" = x\n");
        } else {
          out.append(marked ? "# seal\n" : "");
          String written =
              text.pick("\"q" + n + "\"", "`b" + n + "`", "'s" + n + "'", "\"\"\"l" + n + "\"\"\"");
          value("s" + n + " =", written);
        }
      }
    }
  }

  private void env() {
    for (int entries = 2 + text.below(8); entries >= 0; entries--) {
      between("");
      int n = 100 + number++;
      if (text.chance(40)) {
        out.append("c").append(n).append("=x\n");
      } else {
        out.append(marked ? "# seal\n" : "");
        String written = text.pick("\"q" + n + "\"", "two\\nlines" + n, " b" + n);
        sealed.add(new Written("s" + n + "=", written));
        out.append("s").append(n).append('=').append(written).append('\n');
      }
    }
  }
}
