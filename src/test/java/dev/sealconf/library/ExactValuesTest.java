package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.sealconf.Peers;
import dev.sealconf.Sealconf;
import dev.sealconf.SealedDocument;
import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.UsageFailure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A value that is read as another type is the file's value, or the read fails. */
class ExactValuesTest {
  private static final Map<String, Class<?>> PRIMITIVES =
      Map.of(
          "byte", byte.class,
          "short", short.class,
          "int", int.class,
          "long", long.class,
          "float", float.class,
          "double", double.class,
          "boolean", boolean.class,
          "char", char.class);

  @TempDir Path folder;
  private Keys keys;

  record Box<T>(T v) {}

  record Numbers(
      Optional<Integer> a,
      OptionalInt b,
      Map<String, Integer> c,
      int[] d,
      List<List<Integer>> e,
      Box<Long> f) {}

  enum Mode {
    SLOW,
    FAST
  }

  enum Level {
    LOW(1),
    HIGH(2);

    private final int code;

    Level(int code) {
      this.code = code;
    }

    @JsonValue
    int code() {
      return code;
    }
  }

  record Enums(Level a, EnumMap<Mode, Integer> b, EnumSet<Mode> c) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes(@JsonSubTypes.Type(value = Circle.class, name = "circle"))
  sealed interface Shape permits Circle {}

  record Circle(String name, int radius, BigInteger big, Object any, JsonNode json)
      implements Shape {}

  @BeforeEach
  void makeKeys() throws Exception {
    keys = new Keys(folder.toRealPath());
  }

  private SealedDocument yaml(String value) throws Exception {
    return keys.document("a.yaml", "v: " + value + "\n");
  }

  @Test
  void numbersKeepAllDigits() throws Exception {
    SealedDocument json =
        keys.document(
            "a.json",
            "{\"i\": 12345678901234567890, \"d\": 0.12345678901234567890123, \"s\": 1.10}");

    assertThat(json.get("i", String.class)).isEqualTo("12345678901234567890");
    assertThat(json.get("i", BigInteger.class)).isEqualTo("12345678901234567890");
    assertThat(json.get("i", Object.class)).isEqualTo(new BigInteger("12345678901234567890"));
    assertThat(json.get("d", BigDecimal.class)).isEqualTo("0.12345678901234567890123");
    assertThat(json.get("s", BigDecimal.class)).isEqualTo("1.10");
    assertThat(json.get("s", Object.class)).isEqualTo(1.1);
    assertThatThrownBy(() -> json.get("i", long.class))
        .isInstanceOf(BindingFailure.class)
        .hasMessage("the value at [\"i\"] is an integer, which can't be read as long");
    assertThat(yaml("0xff").get("v", BigInteger.class)).hasToString("255");
    assertThat(yaml("0xff").get("v", JsonNode.class)).hasToString("255");
    assertThat((Object) yaml("0xff").as(Map.class)).isEqualTo(Map.of("v", 255L));
  }

  @Test
  void readsNumbersThatSopsEncryptedInJson() throws Exception {
    Path file = keys.sealed(Peers.SOPS_3_13.path(), "a.json", "{\"port\": 5432, \"ratio\": 2.50}");
    SealedDocument document = Sealconf.read(file, keys.options());

    assertThat(document.get("port", int.class)).isEqualTo(5432);
    assertThat(document.get("port", String.class)).isEqualTo(document.get("port"));
    assertThat(document.get("ratio", double.class)).isEqualTo(2.5);
    assertThat(document.get("ratio", String.class)).isEqualTo(document.get("ratio"));
  }

  @Test
  void textsOfAPolymorphicTypeAreExactToo() throws Exception {
    String text = "{name: 01234, radius: 0x1F, big: 0x1F, any: 0x1F, json: 0x1F, type: circle}";
    Circle circle = (Circle) yaml(text).get("v", Shape.class);

    assertThat(circle.name()).isEqualTo("01234");
    assertThat(circle.radius()).isEqualTo(31);
    assertThat(circle.big()).hasToString("31");
    assertThat(circle.any()).isEqualTo(31L);
    assertThat(circle.json()).hasToString("31");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "80.9|int|a number with a fraction",
        "80.9|java.math.BigInteger|a number with a fraction",
        "5.0|long|a number with a fraction",
        "99999999999|int|an integer",
        "200|byte|an integer",
        "'200'|java.lang.Byte|a string",
        "1e39|float|a number",
        "'1e39'|java.lang.Float|a string",
        "'1e999'|double|a string",
        "2|boolean|an integer",
        "'1'|boolean|a string",
        "true|int|a boolean",
        "70|char|an integer",
        "''|char|a string",
        "1|dev.sealconf.library.ExactValuesTest$Mode|an integer",
        "'1'|dev.sealconf.library.ExactValuesTest$Mode|a string",
        "3|dev.sealconf.library.ExactValuesTest$Level|an integer",
        "hunter2|java.time.LocalDate|a string",
        "http://hunter2 x|java.net.URI|a string"
      })
  void aConversionThatLosesSomethingFails(String value, String type, String kind) throws Exception {
    SealedDocument document = yaml(value);
    Class<?> target = typeOf(type);

    assertThatThrownBy(() -> document.get("v", target))
        .isInstanceOf(BindingFailure.class)
        .hasMessage(
            "the value at [\"v\"] is "
                + kind
                + ", which can't be read as "
                + target.getSimpleName())
        .satisfies(thrown -> assertThat(Everything.of(thrown)).doesNotContain("hunter2"));
  }

  private static Class<?> typeOf(String name) throws ClassNotFoundException {
    return PRIMITIVES.containsKey(name) ? PRIMITIVES.get(name) : Class.forName(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1.5",
        "a: ''",
        "b: 1.5",
        "b: ''",
        "c: {x: 2.7}",
        "d: [2.7]",
        "e: [[1], [2.7]]",
        "f: {v: 2.7}",
        "f: {v: hunter2}"
      })
  void nestedConversionsFailToo(String changed) throws Exception {
    String key = changed.substring(0, 1);
    StringBuilder text = new StringBuilder(changed).append('\n');
    for (String good : List.of("a: 1", "b: 1", "c: {x: 1}", "d: [1]", "e: [[1]]", "f: {v: 1}")) {
      text.append(good.startsWith(key) ? "" : good + "\n");
    }
    SealedDocument document = keys.document("a.yaml", text.toString());

    assertThatThrownBy(() -> document.as(Numbers.class))
        .isInstanceOf(BindingFailure.class)
        .hasMessageStartingWith("the value at [\"" + key + "\"]")
        .hasMessageEndingWith(" for Numbers")
        .satisfies(thrown -> assertThat(Everything.of(thrown)).doesNotContain("hunter2"));
  }

  @Test
  void textOfFilesWithoutTypesIsConverted() throws Exception {
    for (String name : List.of("a.env", "a.properties")) {
      SealedDocument document =
          keys.document(name, "port=5432\non=true\nlow=-5\nratio=2.5\nwait=PT5S\nmode=FAST\n");

      assertThat(document.get("port", int.class)).isEqualTo(5432);
      assertThat(document.get("on", boolean.class)).isTrue();
      assertThat(document.get("low", byte.class)).isEqualTo((byte) -5);
      assertThat(document.get("ratio", BigDecimal.class)).isEqualTo("2.5");
      assertThat(document.get("wait", Duration.class)).isEqualTo(Duration.ofSeconds(5));
      assertThat(document.get("mode", Mode.class)).isEqualTo(Mode.FAST);
    }
  }

  @Test
  void arraysOfNumbersAreExactToo() throws Exception {
    assertThat(yaml("['5', 0x1F]").get("v", int[].class)).containsExactly(5, 31);
    assertThat(yaml("['1.5', .inf]").get("v", double[].class))
        .containsExactly(1.5, Double.POSITIVE_INFINITY);
    assertThat(yaml("[-1, '2']").get("v", byte[].class)).containsExactly(-1, 2);
    for (Class<?> type : List.of(float[].class, double[].class, byte[].class, long[].class)) {
      assertThatThrownBy(() -> yaml("[1, '1e999']").get("v", type))
          .isInstanceOf(BindingFailure.class)
          .hasMessageStartingWith("the value at [\"v\"][1] is a string, which can't be read as ");
    }
    assertThatThrownBy(() -> yaml("[1, '200']").get("v", byte[].class))
        .isInstanceOf(BindingFailure.class);
    assertThatThrownBy(() -> yaml("[[1], [2.5]]").get("v", int[][].class))
        .hasMessageStartingWith("the value at [\"v\"][1][0] is a number with a fraction");
  }

  @Test
  void bytesAreThoseOfTheText() throws Exception {
    SealedDocument binary = yaml("!!binary dGV4dA==");
    assertThat(binary.get("v", byte[].class))
        .isEqualTo(binary.bytes("v"))
        .asString()
        .isEqualTo("text");
    assertThat(yaml("dGV4dA==").get("v", byte[].class)).asString().isEqualTo("dGV4dA==");
  }

  @Test
  void zeroKeepsItsSign() throws Exception {
    assertThat(yaml("-0.0").get("v", double.class)).isEqualTo(-0.0);
    assertThat(yaml("0.0").get("v", double.class)).isEqualTo(0.0);
  }

  @Test
  void whatHasNoFormInJsonIsNotSet() throws Exception {
    for (Object value : List.of(Double.NaN, Float.NEGATIVE_INFINITY, List.of(Double.NaN))) {
      assertThatThrownBy(() -> yaml("1").set("v", value)).isInstanceOf(UsageFailure.class);
    }
    assertThatThrownBy(() -> yaml("1").set("v", new Object())).isInstanceOf(BindingFailure.class);
  }

  @Test
  void readsOtherTypes() throws Exception {
    assertThat(yaml("7").get("v", char.class)).isEqualTo('7');
    assertThat(yaml("x").get("v", Character.class)).isEqualTo('x');
    assertThat(yaml(".inf").get("v", double.class)).isInfinite();
    assertThat(yaml("2024-01-02").get("v", LocalDate.class)).isEqualTo("2024-01-02");
    assertThat(yaml("/a/b").get("v", Path.class)).isEqualTo(Path.of("/a/b"));
    assertThat(yaml("{a: 2, b: {FAST: 1}, c: [SLOW]}").get("v", Enums.class))
        .isEqualTo(
            new Enums(Level.HIGH, new EnumMap<>(Map.of(Mode.FAST, 1)), EnumSet.of(Mode.SLOW)));
  }
}
