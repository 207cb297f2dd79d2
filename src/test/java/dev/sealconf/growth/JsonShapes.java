package dev.sealconf.growth;

import static dev.sealconf.growth.Shapes.lines;

import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Shapes of JSON files. */
final class JsonShapes {
  private JsonShapes() {}

  static Stream<Shape> all() {
    return Stream.of(
        json("wide", 400, n -> "{" + lines(n, "\"k%d\":\"v\",") + "\"z\":1}"),
        json("a list", 400, n -> "{\"a\":[" + "1,".repeat(n) + "1]}"),
        json("empty lists", 400, n -> "{\"a\":[" + "[],".repeat(n) + "1]}"),
        json("deep", 60, n -> "{\"a\":".repeat(n) + "1" + "}".repeat(n)),
        json("deep lists", 60, n -> "{\"a\":" + "[".repeat(n) + "1" + "]".repeat(n) + "}"),
        json("escapes", 2000, n -> "{\"a\":\"" + "\\u0041".repeat(n) + "\"}"),
        json("escapes in a key", 2000, n -> "{\"" + "\\u0041".repeat(n) + "\":1}"),
        json("spaces", 5000, n -> "{\"a\":" + " ".repeat(n) + "1}"),
        json("decimals", 5000, n -> "{\"a\":0." + "9".repeat(n) + "}"),
        json("lines", 400, n -> "{\n" + lines(n, "  \"k%d\": \"v\",\n") + "  \"z\": 1\n}\n"),
        json("objects in a list", 200, n -> "{\"a\":[" + "{\"k\":1},".repeat(n) + "1]}"));
  }

  private static Shape json(String name, int size, IntFunction<String> text) {
    return Shape.of(name, "json", size, text);
  }
}
