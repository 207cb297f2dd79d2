package dev.sealconf.growth;

import static dev.sealconf.growth.Shapes.lines;

import java.util.stream.Stream;

/** Shapes in which many values share a long path. */
final class PathShapes {
  private PathShapes() {}

  static Stream<Shape> all() {
    return Stream.of(
        Shape.of("a long key above values", "yaml", 10, PathShapes::longKey),
        Shape.of("long keys within each other", "yaml", 8, PathShapes::longKeys),
        Shape.of("a wide map far down", "yaml", 60, PathShapes::farDown),
        Shape.of("comments that decide, deep", "yaml", 40, PathShapes::deepComments)
            .with("--unencrypted-comment-regex", "^no$"),
        Shape.of("a pattern on a long key", "yaml", 20, PathShapes::longKey)
            .with("--encrypted-regex", "k$"),
        Shape.of("a wide object far down", "json", 60, PathShapes::farDownJson),
        Shape.of("a long key above values", "json", 10, PathShapes::longKeyJson),
        Shape.of("long keys within each other", "json", 8, PathShapes::longKeysJson),
        Shape.of("a long section name", "ini", 10, PathShapes::longSection));
  }

  private static String longKey(int n) {
    return "? " + "k".repeat(500 * n) + "\n:\n" + lines(20 * n, "  a%d: 1\n");
  }

  private static String longKeys(int n) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      text.append(" ".repeat(i)).append("k".repeat(10 * n)).append(":\n");
    }
    return text + lines(10 * n, " ".repeat(10) + "a%d: 1\n");
  }

  private static String farDown(int n) {
    String values = lines(4 * n, "a%d: 1, ");
    return "a: " + "{k: ".repeat(n) + "{" + values + "z: 1}" + "}".repeat(n) + "\n";
  }

  /** As deep at every size: the indentation alone would grow with the square of the depth. */
  private static String deepComments(int n) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      text.append(" ".repeat(i)).append("# c\n").append(" ".repeat(i)).append("k:\n");
    }
    return text + lines(4 * n, " ".repeat(30) + "# c\n" + " ".repeat(30) + "a%d: 1\n");
  }

  private static String farDownJson(int n) {
    return "{\"a\":".repeat(n) + "{" + lines(4 * n, "\"k%d\":1,") + "\"z\":1}" + "}".repeat(n);
  }

  private static String longKeyJson(int n) {
    return "{\"" + "k".repeat(1000 * n) + "\":{" + lines(20 * n, "\"a%d\":1,") + "\"z\":1}}";
  }

  private static String longKeysJson(int n) {
    String open = "{\"" + "k".repeat(100 * n) + "\":";
    return open.repeat(40) + "{" + lines(20 * n, "\"a%d\":1,") + "\"z\":1}" + "}".repeat(40);
  }

  private static String longSection(int n) {
    return "[" + "s".repeat(1000 * n) + "]\n" + lines(20 * n, "k%d = v\n");
  }
}
