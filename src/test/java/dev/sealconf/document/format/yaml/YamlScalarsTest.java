package dev.sealconf.document.format.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Scalar;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The types of scalars against a table made with SOPS. */
class YamlScalarsTest {
  private static final Path TABLE = Path.of("testdata/yaml/scalars.tsv");

  static Stream<String[]> rows() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1));
  }

  @ParameterizedTest(name = "<{0}> is {1}")
  @MethodSource("rows")
  void readsTheTypeAndValueThatSopsReads(String text, String type, String value) {
    Scalar scalar = scalar("k: " + text + "\n");

    assertThat(type(scalar)).isEqualTo(type);
    assertThat(value(scalar)).isEqualTo(value);
  }

  @ParameterizedTest(name = "<{0}>")
  @MethodSource("rows")
  void writesEachScalarSoThatItReadsBack(String text, String type, String value) {
    Scalar scalar = scalar("k: " + text + "\n");
    Document held = read("k: TOKEN\n");
    Leaf token = (Leaf) held.branches().get(0).entries().get(0).value();
    String spelled = new String(held.format().valueText(token, scalar), StandardCharsets.UTF_8);

    Scalar back = scalar("k: " + spelled + "\n");
    assertThat(value(back)).isEqualTo(value);
    boolean integral = scalar instanceof Scalar.Real && back instanceof Scalar.Int;
    assertThat(integral || back.getClass() == scalar.getClass()).isTrue();
  }

  private static Document read(String text) {
    return new YamlFormat().read(new SourceText("t.yaml", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Scalar scalar(String document) {
    return ((Leaf) read(document).branches().get(0).entries().get(0).value()).value();
  }

  private static String type(Scalar scalar) {
    return switch (scalar.getClass().getSimpleName()) {
      case "Text" -> "str";
      case "Int" -> "int";
      case "Real" -> "float";
      case "Bool" -> "bool";
      case "Time" -> "time";
      default -> "null";
    };
  }

  private static String value(Scalar scalar) {
    if (scalar instanceof Scalar.Real real) {
      return decimal(real.value());
    }
    if (scalar instanceof Scalar.Int number) {
      return Long.toString(number.value());
    }
    if (scalar instanceof Scalar.Bool bool) {
      return Boolean.toString(bool.value());
    }
    if (scalar instanceof Scalar.Time time) {
      return time.value();
    }
    return scalar instanceof Scalar.Text text ? text.value() : "";
  }

  private static String decimal(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
