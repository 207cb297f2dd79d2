package dev.sealconf.growth;

import static dev.sealconf.growth.Shapes.lines;

import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Shapes of YAML files. */
final class YamlShapes {
  private YamlShapes() {}

  static Stream<Shape> collections() {
    return Stream.of(
        yaml("flow list on a line", 400, n -> "a: [" + "x, ".repeat(n) + "y]\n"),
        yaml("flow map on a line", 400, n -> "a: {" + lines(n, "k%d: v, ") + "z: v}\n"),
        yaml("flow list on lines", 400, n -> "a: [" + "x,\n  ".repeat(n) + "x]\n"),
        yaml("nulls in brackets", 400, n -> "a: [" + "~, ".repeat(n) + "1]\n"),
        yaml("flow comments", 400, n -> "a: [\n" + "x, # c\n".repeat(n) + "]\n"),
        yaml("flow map as the root", 400, n -> "{" + lines(n, "k%d: v, ") + "z: v}\n"),
        yaml("deep brackets", 60, n -> "a: " + "[".repeat(n) + "x" + "]".repeat(n) + "\n"),
        yaml("deep dashes", 60, n -> "a:\n  " + "- ".repeat(n) + "x\n"),
        yaml("wide", 400, n -> lines(n, "k%d: v\n")),
        yaml("one item a line", 400, n -> "a:\n" + "- x\n".repeat(n)),
        yaml("empty maps", 400, n -> "a:\n" + "- {}\n".repeat(n) + "z: 1\n"),
        yaml("maps in a list", 200, n -> "a:\n" + "- {k: v, l: w}\n".repeat(n)),
        yaml("documents", 200, n -> "a: 1\n---\n".repeat(n) + "b: 1\n"),
        yaml("empty documents", 200, n -> "a: 1\n" + "---\n".repeat(n)),
        yaml("tag directives", 300, n -> lines(n, "%%TAG !t%d! tag:x,2000:\n") + "---\na: 1\n"));
  }

  static Stream<Shape> aliases() {
    return Stream.of(
        yaml("empty containers by aliases", 4, n -> bomb(n, "{}")),
        yaml("lists by aliases", 4, n -> bomb(n, "[]")),
        yaml("merges by aliases", 4, YamlShapes::merges),
        yaml("a list and its aliases", 4000, n -> listAndAliases(n, "x")),
        yaml("a text and its aliases", 4000, YamlShapes::textAndAliases),
        yaml("a key and its aliases", 4000, YamlShapes::keyAndAliases),
        yaml("anchors", 300, n -> lines(n, "k%d: &a%d v\n")),
        yaml("an alias for each anchor", 200, n -> lines(n, "k%d: &a%d v\nb%d: *a%d\n")),
        yaml("an anchor defined again", 200, n -> "a: &a x\n" + lines(n, "k%d: &a [v]\n")),
        yaml("small aliases", 200, n -> "a: &a {k: v}\nb:\n" + "- *a\n".repeat(n)),
        yaml("aliases in brackets", 200, n -> "a: &a [x, y]\nb: [" + "*a, ".repeat(n) + "*a]\n"),
        yaml("a long anchor", 4000, n -> "a: &" + "x".repeat(n) + " 1\nb: *" + "x".repeat(n)));
  }

  private static String bomb(int n, String empty) {
    StringBuilder text = new StringBuilder("a0: &a0 " + empty + "\n");
    for (int i = 1; i < n; i++) {
      String items = ("*a" + (i - 1) + ", ").repeat(10);
      text.append("a%d: &a%d [%s]\n".formatted(i, i, items));
    }
    return text.toString();
  }

  private static String merges(int n) {
    StringBuilder text = new StringBuilder("m0: &m0 {}\n");
    for (int i = 1; i < n; i++) {
      text.append("m%d: &m%d\n".formatted(i, i));
      text.append(lines(10, "  k%d: *m" + (i - 1) + "\n"));
    }
    return text.toString();
  }

  private static String listAndAliases(int n, String item) {
    return "a: &a [" + (item + ", ").repeat(n) + item + "]\nb:\n" + "- *a\n".repeat(n);
  }

  private static String textAndAliases(int n) {
    return "a: &a \"" + "x".repeat(n) + "\"\nb:\n" + "- *a\n".repeat(n);
  }

  private static String keyAndAliases(int n) {
    return "a: &a\n  ? \"" + "k".repeat(n) + "\"\n  : 1\nb:\n" + "- *a\n".repeat(n);
  }

  static Stream<Shape> comments() {
    return Stream.of(
        yaml("comments at the start", 300, n -> "# c\n".repeat(n) + "a: 1\n"),
        yaml("comments at the end", 300, n -> "a: 1\n" + "# c\n".repeat(n)),
        yaml("comments at all columns", 300, YamlShapes::columns),
        yaml("comments and blank lines", 300, n -> "a: 1\n" + "# c\n\n".repeat(n) + "b: 2\n"),
        yaml("a comment an item", 300, n -> "a:\n" + "# c\n- x\n".repeat(n)),
        yaml("a comment a line", 300, n -> lines(n, "k%d: x # c\n")),
        yaml("comments in brackets", 300, n -> "a: [x,\n" + "# c\n".repeat(n) + "y]\n"),
        yaml("comments that sops drops", 300, n -> lines(n, "k%d: [ # c\n x ]\n")),
        yaml("comments that decide", 300, n -> "# c\n".repeat(n) + "a: 1\n")
            .with("--encrypted-comment-regex", "x", "--allow-nothing-encrypted"),
        yaml("a long comment", 4000, n -> "# " + "c".repeat(n) + "\na: 1\n"),
        yaml("blank lines", 3000, n -> "a: 1\n" + "\n".repeat(n) + "b: 1\n"));
  }

  private static String columns(int n) {
    StringBuilder text = new StringBuilder("a:\n  b: 1\n");
    for (int i = 0; i < n; i++) {
      text.append(" ".repeat(i % 7)).append("# c\n");
    }
    return text.append("c: 2\n").toString();
  }

  static Stream<Shape> scalars() {
    return Stream.of(
        yaml("a plain text of lines", 2000, n -> "a: " + "x\n  ".repeat(n) + "\n"),
        yaml("a literal of lines", 2000, n -> "a: |\n" + "  line\n".repeat(n)),
        yaml("a folded text of lines", 2000, n -> "a: >\n" + "  line\n\n".repeat(n)),
        yaml("literals", 200, n -> lines(n, "k%d: |\n  x\n")),
        yaml("escapes", 2000, n -> "a: \"" + "\\u0041".repeat(n) + "\"\n"),
        yaml("a quoted text of lines", 2000, n -> "a: \"" + "x\n\n  ".repeat(n) + "\"\n"),
        yaml("spaces", 5000, n -> "a:" + " ".repeat(n) + "1\n"),
        yaml("digits", 5000, n -> "a: " + "9".repeat(n) + "x\n"),
        yaml("decimals", 5000, n -> "a: 1." + "9".repeat(n) + "\n"),
        yaml("a long tag", 4000, n -> "a: !<tag:" + "x".repeat(n) + "> 1\n"),
        yaml("a long pattern", 60, YamlShapes::keysForPattern)
            .with("--encrypted-regex", "^(" + "ab|".repeat(300) + "k.*)$"));
  }

  private static String keysForPattern(int n) {
    return "a:\n" + "- {k: v}\n".repeat(n) + lines(n, "k%d: v\n");
  }

  private static Shape yaml(String name, int size, IntFunction<String> text) {
    return Shape.of(name, "yaml", size, text);
  }
}
