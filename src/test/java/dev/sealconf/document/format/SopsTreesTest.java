package dev.sealconf.document.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.SourceText;
import dev.sealconf.error.SealconfException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Random files, and the trees that the stores of SOPS 3.13.3 make of them. */
class SopsTreesTest {

  static Stream<JsonNode> cases() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    return Files.readAllLines(Path.of("testdata/vectors/sops-trees.jsonl")).stream()
        .map(mapper::readTree);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsTheTreeThatSopsReads(JsonNode one) {
    byte[] input = one.get("input").stringValue().getBytes(StandardCharsets.UTF_8);
    var format = new DocumentFormats().named(one.get("format").stringValue());
    SourceText source = new SourceText("f", input);

    if (one.has("error")) {
      assertThatThrownBy(() -> format.read(source)).isInstanceOf(SealconfException.class);
      return;
    }
    List<String> expected =
        StreamSupport.stream(one.get("tree").spliterator(), false)
            .map(JsonNode::stringValue)
            .map(SopsTreesTest::withDecimal)
            .toList();
    assertThat(TreeText.of(format.read(source))).isEqualTo(expected);
  }

  /** Floats are recorded by their bits. */
  private static String withDecimal(String line) {
    int bits = line.lastIndexOf(" real ") + " real ".length();
    return line.matches("\\S+ real [0-9a-f]{1,16}")
        ? line.substring(0, bits)
            + Double.longBitsToDouble(Long.parseUnsignedLong(line.substring(bits), 16))
        : line;
  }
}
