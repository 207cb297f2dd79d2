package dev.sealconf.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files of many values, made when a test needs them. */
final class LargeFiles {
  private LargeFiles() {}

  /** One file of each text format with so many values. */
  static List<Sample> ofEveryFormat(int values) {
    return List.of(
        sample("yaml", yaml(values)),
        sample("json", "{\n" + lines(values, "  \"key%d\": \"value %d\"", ",\n") + "\n}\n"),
        sample("dotenv", lines(values, "KEY%d=value %d", "\n") + "\n"),
        sample("properties", lines(values, "key.%d = value %d", "\n") + "\n"),
        sample("ini", "[section]\n" + lines(values, "key%d = value %d", "\n") + "\n"));
  }

  private static String yaml(int values) {
    return IntStream.range(0, values / 10)
        .mapToObj(
            i ->
                "# group "
                    + i
                    + "\ngroup"
                    + i
                    + ":\n"
                    + lines(9, "    key%d: \"value %d\"", "\n")
                    + "\n    list: ["
                    + i
                    + ", 1.50, true]\n")
        .collect(Collectors.joining());
  }

  private static String lines(int count, String line, String between) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.format(line, i, i))
        .collect(Collectors.joining(between));
  }

  private static Sample sample(String format, String text) {
    return new Sample("large " + format, format, text.getBytes(StandardCharsets.UTF_8));
  }
}
