package dev.sealconf.evidence;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files that are made to hurt: too deep, too large, bombs of aliases. */
final class HostileFiles {
  private static final String SECRET = "secret";
  private static final String TOO_LONG = "more than 16777216 bytes";

  /**
   * One file.
   *
   * @param exit the exit code of {@code encrypt}
   * @param words what the message says among others
   */
  record Hostile(String name, byte[] bytes, int exit, String words) {
    @Override
    public String toString() {
      return name;
    }
  }

  private HostileFiles() {}

  static List<Hostile> all() {
    List<Hostile> all = new ArrayList<>();
    for (String[] line : Corpus.table(Path.of("testdata/hostile/expected.tsv"))) {
      byte[] bytes = Corpus.sample("../hostile/" + line[0]).bytes();
      all.add(new Hostile(line[0], bytes, Integer.parseInt(line[1]), line[2]));
    }
    all.addAll(deep());
    all.addAll(bombs());
    all.addAll(longKeys());
    all.addAll(large());
    return all;
  }

  private static List<Hostile> deep() {
    int depth = 100_000;
    String maps =
        IntStream.range(0, 2_000)
            .mapToObj(i -> " ".repeat(i) + "k:\n")
            .collect(Collectors.joining());
    return List.of(
        refused("deep-lists.json", "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}", "deep"),
        refused("deep-open.json", "{\"a\":" + "[".repeat(depth), "deep"),
        refused("deep-maps.json", "{\"a\":".repeat(depth) + "1" + "}".repeat(depth), "deep"),
        refused("deep-flow.yaml", "a: " + "[".repeat(depth) + "]".repeat(depth), "deep"),
        refused("deep-dashes.yaml", "a:\n  " + "- ".repeat(depth) + SECRET, "deep"),
        refused("deep-maps.yaml", maps + " ".repeat(2_000) + "x: 1\n", "deep"));
  }

  private static List<Hostile> bombs() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [" + SECRET + "]\n");
    for (int i = 1; i < 12; i++) {
      String aliases = ("*a" + (i - 1) + ", ").repeat(10);
      laughs
          .append("a")
          .append(i)
          .append(": &a")
          .append(i)
          .append(" [")
          .append(aliases)
          .append("]\n");
    }
    String list =
        IntStream.range(0, 5_000).mapToObj(i -> "  - x" + i + "\n").collect(Collectors.joining());
    String aliases =
        IntStream.range(0, 5_000).mapToObj(i -> "b" + i + ": *l\n").collect(Collectors.joining());
    return List.of(
        refused("laughs.yaml", laughs.toString(), "alias"),
        refused("quadratic.yaml", "l: &l\n" + list + aliases, "alias"),
        refused("laughs-at-maps.yaml", bombOf("{}"), "alias"),
        refused("laughs-at-lists.yaml", bombOf("[]"), "alias"),
        refused("long-text.yaml", "l: &l " + "x".repeat(1 << 20) + "\n" + aliases, "alias"));
  }

  /** Aliases of aliases that hold no value at all in the end. */
  private static String bombOf(String empty) {
    StringBuilder bomb = new StringBuilder("a0: &a0 " + empty + "\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d\n".formatted(i, i));
      for (int j = 0; j < 10; j++) {
        bomb.append("  k%d: *a%d\n".formatted(j, i - 1));
      }
    }
    return bomb.toString();
  }

  /** Every token authenticates the keys above it. */
  private static List<Hostile> longKeys() {
    String key = "k".repeat(100_000);
    String values =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "\"a" + i + "\":1")
            .collect(Collectors.joining(","));
    String lines =
        IntStream.range(0, 1_000).mapToObj(i -> "a" + i + "=1\n").collect(Collectors.joining());
    return List.of(
        refused("long-key.json", "{\"" + key + "\":{" + values + "}}", "shorten the long keys"),
        refused("long-key.ini", "[" + key + "]\n" + lines, "shorten the long keys"));
  }

  private static List<Hostile> large() {
    String huge = "x".repeat(17 << 20);
    return List.of(
        refused("huge-plain.yaml", "a: " + huge + "\n", TOO_LONG),
        refused("huge-quoted.yaml", "a: \"" + huge + "\"\n", TOO_LONG),
        refused("huge.json", "{\"a\": \"" + huge + "\"}\n", TOO_LONG),
        refused("huge.env", "A=" + huge + "\n", TOO_LONG),
        refused("huge.properties", "a=" + huge + "\n", TOO_LONG),
        refused("huge-in-lines.properties", "a=" + "x\\\n".repeat(6 << 20) + "\n", TOO_LONG),
        refused("huge-key.properties", "\\\\".repeat(9 << 20) + "=1\n", TOO_LONG),
        refused("backslashes.properties", "\\\n".repeat(9 << 20), "lone backslash"),
        refused("huge.ini", "[s]\na = " + huge + "\n", TOO_LONG));
  }

  private static Hostile refused(String name, String text, String words) {
    return new Hostile(name, text.getBytes(StandardCharsets.UTF_8), 2, words);
  }
}
