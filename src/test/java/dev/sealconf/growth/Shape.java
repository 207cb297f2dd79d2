package dev.sealconf.growth;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A kind of file that a program handles in quadratic time or worse if it is not careful.
 *
 * @param suffix the suffix of the file's name, which says its type
 * @param size the smaller of the two sizes it is measured at
 * @param text the file of a given size: its length is about proportional to that size
 * @param flags more words for {@code encrypt}
 */
record Shape(String name, String suffix, int size, IntFunction<String> text, List<String> flags) {

  static Shape of(String name, String suffix, int size, IntFunction<String> text) {
    return new Shape(name, suffix, size, text, List.of());
  }

  Shape with(String... words) {
    return new Shape(name, suffix, size, text, List.of(words));
  }

  byte[] bytes(int count) {
    return text.apply(count).getBytes(StandardCharsets.UTF_8);
  }

  /** The place of a new value, as {@code set} takes it. */
  String newPlace() {
    return suffix.equals("ini") ? "[\"new\"][\"value\"]" : "[\"new_value\"]";
  }

  @Override
  public String toString() {
    return name + "." + suffix;
  }
}
