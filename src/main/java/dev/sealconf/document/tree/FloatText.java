package dev.sealconf.document.tree;

import java.math.BigDecimal;

/** Writes a 64-bit float with the fewest digits that read back as the same value, as Go does. */
public final class FloatText {
  private FloatText() {}

  /**
   * Returns the float for JSON, with an exponent below 1e-6 and from 1e21 on ({@code 1e-7}, {@code
   * 1e+21}).
   */
  public static String json(double finite) {
    if (finite == 0 && 1 / finite < 0) {
      return "-0.0"; // -0 would be read as an integer, which has no sign.
    }
    double size = Math.abs(finite);
    boolean plain = size == 0 || (size >= 1e-6 && size < 1e21);
    return plain ? plain(finite) : scientific(finite, "e", 1);
  }

  /**
   * Returns the float for a line of ENV or INI: {@code 1.0}, {@code 1.5E+06}. It never looks like
   * an integer.
   */
  public static String line(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    }
    int exponent = exponent(ShortestDecimal.of(value));
    if (value != 0 && (exponent < -4 || exponent >= 6)) {
      return scientific(value, "E", 2);
    }
    String plain = plain(value);
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  private static String plain(double value) {
    String digits = ShortestDecimal.of(value).toPlainString();
    return value == 0 && 1 / value < 0 ? "-" + digits : digits;
  }

  /** Returns the power of ten of the first digit. */
  private static int exponent(BigDecimal decimal) {
    return decimal.precision() - decimal.scale() - 1;
  }

  private static String scientific(double value, String letter, int width) {
    BigDecimal decimal = ShortestDecimal.of(value);
    int exponent = exponent(decimal);
    String mantissa = decimal.scaleByPowerOfTen(-exponent).toPlainString();
    String size = Integer.toString(Math.abs(exponent));
    String zeros = "0".repeat(Math.max(0, width - size.length()));
    return mantissa + letter + (exponent < 0 ? "-" : "+") + zeros + size;
  }
}
