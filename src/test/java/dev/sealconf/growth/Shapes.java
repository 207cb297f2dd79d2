package dev.sealconf.growth;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words that the shapes have in common. */
final class Shapes {
  private Shapes() {}

  /** So many copies of a text, with the number of the copy for each {@code %d}. */
  static String lines(int count, String format) {
    return IntStream.range(0, count)
        .mapToObj(i -> format.formatted(i, i, i, i))
        .collect(Collectors.joining());
  }
}
