package dev.sealconf.document.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShortestDecimalTest {

  static Stream<List<String>> floats() throws IOException {
    return Files.readAllLines(Path.of("testdata/vectors/go-floats.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split(" ")));
  }

  @ParameterizedTest
  @MethodSource("floats")
  void printsTheSameDigitsAsGo(List<String> row) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(row.get(0), 16));

    assertThat(ShortestDecimal.of(value).toPlainString()).isEqualTo(row.get(1));
  }
}
