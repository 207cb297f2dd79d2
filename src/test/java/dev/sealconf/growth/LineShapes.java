package dev.sealconf.growth;

import static dev.sealconf.growth.Shapes.lines;

import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Shapes of INI and ENV files. */
final class LineShapes {
  private LineShapes() {}

  static Stream<Shape> all() {
    return Stream.concat(ini(), env());
  }

  private static Stream<Shape> ini() {
    return Stream.of(
        ini("a long line", 5000, n -> "[s]\nk = " + "v".repeat(n) + "\n"),
        ini("a continued line", 2000, n -> "[s]\nk = " + "v \\\n".repeat(n) + "x\n"),
        ini("sections", 200, n -> lines(n, "[s%d]\nk=v\n")),
        ini("keys", 400, n -> "[s]\n" + lines(n, "k%d=v\n")),
        ini("comments", 400, n -> "[s]\n" + "; c\n".repeat(n) + "k=v\n"),
        ini("comments of keys", 200, n -> "[s]\n" + lines(n, "; c\nk%d=v ; d\n")),
        ini("lines in quotes", 2000, n -> "[s]\nk = \"\"\"" + "v\n".repeat(n) + "\"\"\"\n"),
        ini("values in quotes", 200, n -> "[s]\n" + lines(n, "k%d = \"\"\"v\nw\"\"\"\n")),
        ini("backslashes", 2000, n -> "[s]\nk = " + "\\\\".repeat(n) + "x\n"));
  }

  private static Stream<Shape> env() {
    return Stream.of(
        env("a long line", 5000, n -> "K=" + "v".repeat(n) + "\n"),
        env("keys", 400, n -> lines(n, "K%d=v\n")),
        env("comments", 400, n -> "# c\n".repeat(n) + "K=v\n"),
        env("escapes", 4000, n -> "K=" + "\\n".repeat(n) + "\n"),
        env("blank lines", 4000, n -> "K=v\n" + "\n".repeat(n) + "L=v\n"));
  }

  private static Shape ini(String name, int size, IntFunction<String> text) {
    return Shape.of(name, "ini", size, text);
  }

  private static Shape env(String name, int size, IntFunction<String> text) {
    return Shape.of(name, "env", size, text);
  }
}
