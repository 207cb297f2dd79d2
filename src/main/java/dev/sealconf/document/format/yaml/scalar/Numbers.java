package dev.sealconf.document.format.yaml.scalar;

import dev.sealconf.document.tree.Scalar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Reads and prints numbers as SOPS's parser does. */
public final class Numbers {
  private Numbers() {}

  /** Returns the number in this text, or null. The text starts with a digit or a sign. */
  public static Scalar resolve(String text) throws ScalarResolver.Unresolved {
    String plain = text.indexOf('_') < 0 ? text : text.replace("_", "");
    Scalar integer = integer(plain);
    if (integer != null) {
      return integer;
    }
    if (isDecimal(plain)) {
      Double value = parseDouble(plain);
      return value == null ? null : new Scalar.Real(value);
    }
    return oldPrefix(plain);
  }

  private static Scalar integer(String text) throws ScalarResolver.Unresolved {
    boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
    boolean negative = text.charAt(0) == '-';
    int from = signed ? 1 : 0;
    int radix = 10;
    if (text.length() > from + 1 && text.charAt(from) == '0') {
      radix = radix(text.charAt(from + 1));
      from += radix == 10 ? 0 : Character.isDigit(text.charAt(from + 1)) ? 1 : 2;
    }
    return digits(text, from, radix, negative, !signed);
  }

  /** Returns the base for the character after a leading zero. */
  private static int radix(char next) {
    return switch (next) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      case 'o', 'O', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> 8;
      default -> 10;
    };
  }

  /** Reads binary and octal numbers whose sign follows the prefix. */
  private static Scalar oldPrefix(String text) throws ScalarResolver.Unresolved {
    if (text.length() < 4 || text.charAt(0) != '0') {
      return null;
    }
    char sign = text.charAt(2);
    int radix = text.charAt(1) == 'b' ? 2 : text.charAt(1) == 'o' ? 8 : 0;
    if (radix == 0 || sign != '-' && sign != '+') {
      return null;
    }
    return digits(text, 3, radix, sign == '-', false);
  }

  private static Scalar digits(
      String text, int from, int radix, boolean negative, boolean unsignedAllowed)
      throws ScalarResolver.Unresolved {
    if (from >= text.length()) {
      return null;
    }
    for (int i = from; i < text.length(); i++) {
      if (digit(text.charAt(i)) >= radix) {
        return null;
      }
    }
    String digits = text.substring(from);
    try {
      return new Scalar.Int(Long.parseLong(negative ? "-" + digits : digits, radix));
    } catch (NumberFormatException tooLarge) {
      if (unsignedAllowed && fitsUnsigned(digits, radix)) {
        throw new ScalarResolver.Unresolved(true);
      }
      return null;
    }
  }

  private static int digit(char c) {
    int value = c < 128 ? Character.digit(c, 16) : -1;
    return value < 0 ? 16 : value;
  }

  private static boolean fitsUnsigned(String digits, int radix) {
    try {
      Long.parseUnsignedLong(digits, radix);
      return true;
    } catch (NumberFormatException tooLarge) {
      return false;
    }
  }

  /** Matches {@code [-+]?(.d+|d+(.d*)?)([eE][-+]?d+)?}. */
  private static boolean isDecimal(String text) {
    int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    int whole = digitsAt(text, at);
    at += whole;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = digitsAt(text, at + 1);
      if (whole + fraction == 0) {
        return false;
      }
      at += 1 + fraction;
    } else if (whole == 0) {
      return false;
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
        at++;
      }
      int exponent = digitsAt(text, at);
      if (exponent == 0) {
        return false;
      }
      at += exponent;
    }
    return at == text.length();
  }

  private static int digitsAt(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }

  /** Returns the double nearest to a decimal; null if it isn't one or is out of range. */
  public static Double parseDouble(String text) {
    if (!isDecimal(text)) {
      return null;
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? null : value;
  }

  /** Returns a double as SOPS prints it in YAML, except that negative zero stays a float. */
  public static String text(double value) {
    if (Double.isNaN(value)) {
      return ".nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? ".inf" : "-.inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0";
    }
    BigDecimal shortest = shortest(value).stripTrailingZeros();
    String digits = shortest.unscaledValue().abs().toString();
    int exponent = digits.length() - shortest.scale() - 1;
    String sign = value < 0 ? "-" : "";
    if (exponent >= -4 && exponent < 6) {
      return sign + shortest.abs().toPlainString();
    }
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    int size = Math.abs(exponent);
    return sign + mantissa + (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
  }

  /**
   * Returns the shortest decimal that reads back as this double. JDK 17 prints an extra digit for
   * some.
   */
  private static BigDecimal shortest(double value) {
    BigDecimal printed = new BigDecimal(Double.toString(value));
    BigDecimal exact = new BigDecimal(value);
    for (int precision = printed.precision() - 1; precision > 0; precision--) {
      BigDecimal shorter = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
      if (shorter.doubleValue() != value) {
        break;
      }
      printed = shorter;
    }
    return printed;
  }
}
