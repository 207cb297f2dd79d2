package dev.sealconf.binding.jackson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.LongNode;

/**
 * Numbers of Jackson's tree that have all digits of the file, and whose text is what the file says.
 * They are subclasses of Java's numbers because Jackson copies these as they are when it has to
 * read a part twice. {@link ExactParser} replaces them where a program would receive one.
 */
public final class SpelledNumber {
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,400}");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?([0-9]{1,400}[.]?[0-9]{0,400}|[.][0-9]{1,400})([eE][-+]?[0-9]{1,3})?");

  private SpelledNumber() {}

  /** Returns a 64-bit integer that the file writes as this text, such as {@code 0x1F}. */
  public static JsonNode of(long value, String text) {
    return whole(BigInteger.valueOf(value), text);
  }

  /** Returns a number that the file writes as this text, such as {@code 1.10}. */
  public static JsonNode of(double value, String text) {
    String digits = text.replace("_", "");
    if (!DECIMAL.matcher(digits).matches()) {
      return new Special(value, text);
    }
    BigDecimal exact = new BigDecimal(digits);
    if (Double.compare(exact.doubleValue() + 0.0, value) != 0) { // -0.0 has no exact form
      return new Special(value, text);
    }
    return WHOLE.matcher(digits).matches()
        ? whole(exact.toBigInteger(), text)
        : new DecimalNode(exact.toString().equals(text) ? exact : new Fraction(exact, text));
  }

  private static JsonNode whole(BigInteger value, String text) {
    if (!value.toString().equals(text)) {
      return new BigIntegerNode(new Whole(value, text));
    }
    return value.bitLength() < Long.SIZE
        ? new LongNode(value.longValue())
        : new BigIntegerNode(value);
  }

  /** Returns the number as {@code asMap()} does, or as a larger type if it would lose digits. */
  static Number plain(Number number) {
    if (number instanceof BigInteger whole) {
      return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : plain(whole);
    } else if (number instanceof BigDecimal decimal) {
      double rounded = decimal.doubleValue();
      boolean exact =
          Double.isFinite(rounded) && BigDecimal.valueOf(rounded).compareTo(decimal) == 0;
      return exact ? (Number) rounded : plain(decimal);
    }
    return number;
  }

  static BigInteger plain(BigInteger number) {
    return number instanceof Whole ? new BigInteger(number.toByteArray()) : number;
  }

  static BigDecimal plain(BigDecimal number) {
    return number instanceof Fraction
        ? new BigDecimal(number.unscaledValue(), number.scale())
        : number;
  }

  /** An integer that isn't written in the usual way. */
  private static final class Whole extends BigInteger {
    private static final long serialVersionUID = 1L;
    private final String text;

    Whole(BigInteger value, String text) {
      super(value.toByteArray());
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** A number with a fraction or an exponent that Java would write in another way. */
  private static final class Fraction extends BigDecimal {
    private static final long serialVersionUID = 1L;
    private final String text;

    Fraction(BigDecimal value, String text) {
      super(value.unscaledValue(), value.scale());
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** A number that has no digits in decimal, such as {@code .inf}. */
  static final class Special extends DoubleNode {
    private static final long serialVersionUID = 1L;
    private final String text;

    Special(double value, String text) {
      super(value);
      this.text = text;
    }

    String text() {
      return text;
    }
  }
}
