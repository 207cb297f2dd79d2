package dev.sealconf.envelope.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.tree.Scalar;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0",
    "1.0, 1",
    "100.0, 100",
    "1234.56789, 1234.56789",
    "1e21, 1000000000000000000000",
    "1e-7, 0.0000001",
    "2e-3, 0.002",
    "9007199254740993, 9007199254740992",
    "123456789012345678, 123456789012345680",
    "NaN, NaN",
    "Infinity, +Inf",
    "-Infinity, -Inf"
  })
  void printsFloatsAsGoDoesWithoutExponent(double value, String text) {
    assertThat(ascii(ValueText.bytes(new Scalar.Real(value)))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "float, 25, 25.0",
    "float, 1e3, 1000.0",
    "float, -inf, -Infinity",
    "float, +Infinity, Infinity",
    "float, 0x1p-2, 0.25",
  })
  void readsTheFloatsThatGoReads(String type, String text, double value) {
    assertThat(ValueText.read(type, bytes(text))).contains(new Scalar.Real(value));
  }

  @ParameterizedTest
  @CsvSource({
    "int, 1.0",
    "int, 9223372036854775808",
    "int, 1_000",
    "float, 1f",
    "float, ' 1'",
    "bool, yes",
    "bool, ''",
    "unknown, x"
  })
  void refusesAValueOfTheWrongType(String type, String text) {
    assertThat(ValueText.read(type, bytes(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, true", "t, true", "T, true", "True, true", "0, false", "FALSE, false"})
  void readsTheBooleansThatGoReads(String text, boolean value) {
    assertThat(ValueText.read("bool", bytes(text))).contains(new Scalar.Bool(value));
  }

  @Test
  void readsBytesThatAreNotUtf8AsABlob() {
    byte[] bytes = {(byte) 0xFF, 0x00};
    assertThat(ValueText.read("str", bytes)).contains(new Scalar.Blob(bytes));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
