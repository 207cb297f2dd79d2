package dev.sealconf.envelope.token;

import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.ShortestDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Converts a value to the bytes that are encrypted and covered by the MAC, and back ({@code
 * docs/format.md §2}).
 */
public final class ValueText {
  private ValueText() {}

  /** Returns the word after {@code type:} in the token of this value. */
  public static String type(Scalar value) {
    if (value instanceof Scalar.Int) {
      return "int";
    } else if (value instanceof Scalar.Real) {
      return "float";
    } else if (value instanceof Scalar.Bool) {
      return "bool";
    } else if (value instanceof Scalar.Time) {
      return "time";
    }
    return "str";
  }

  /**
   * Returns the plaintext of this value's token, which is also what the MAC covers; no bytes for
   * null.
   */
  public static byte[] bytes(Scalar value) {
    if (value instanceof Scalar.Text text) {
      return utf8(text.value());
    } else if (value instanceof Scalar.Blob blob) {
      return blob.value();
    } else if (value instanceof Scalar.Int number) {
      return utf8(Long.toString(number.value()));
    } else if (value instanceof Scalar.Real real) {
      return utf8(decimal(real.value()));
    } else if (value instanceof Scalar.Bool bool) {
      return utf8(bool.value() ? "True" : "False");
    } else if (value instanceof Scalar.Time time) {
      return utf8(time.value());
    }
    return new byte[0];
  }

  /** Returns the number of {@link #bytes}, cheaply for long strings. */
  public static long length(Scalar value) {
    return value instanceof Scalar.Text text ? utf8Length(text.value()) : bytes(value).length;
  }

  private static long utf8Length(String text) {
    long length = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Each half of a surrogate pair accounts for two of the four bytes.
      length += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
    }
    return length;
  }

  /**
   * Returns the value of a token's plaintext; empty if the plaintext doesn't have this type or the
   * type is unknown.
   */
  public static Optional<Scalar> read(String type, byte[] bytes) {
    try {
      return switch (type) {
        case "str" -> Optional.of(text(bytes));
        case "bytes" -> Optional.of(new Scalar.Blob(bytes));
        case "int" -> Optional.of(new Scalar.Int(Long.parseLong(ascii(bytes))));
        case "float" -> Optional.of(new Scalar.Real(real(ascii(bytes))));
        case "bool" -> bool(ascii(bytes));
        case "time" -> RfcTime.exact(ascii(bytes)).map(Scalar.Time::new);
        default -> Optional.empty();
      };
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Returns bytes as a string value: text if they are UTF-8. */
  public static Scalar text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      return new Scalar.Text(text);
    }
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return new Scalar.Text(decoder.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return new Scalar.Blob(bytes);
    }
  }

  private static String decimal(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    } else if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    } else if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    return ShortestDecimal.of(value).toPlainString();
  }

  /** Parses a float as Go does: a number out of range isn't one. */
  private static double real(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean signed = lower.startsWith("+") || lower.startsWith("-");
    String unsigned = signed ? lower.substring(1) : lower;
    if (unsigned.equals("inf") || unsigned.equals("infinity")) {
      return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    } else if (lower.equals("nan")) {
      return Double.NaN;
    } else if (lower.isEmpty() || !lower.equals(lower.trim()) || "fd".indexOf(last(lower)) >= 0) {
      throw new NumberFormatException();
    }
    double value = Double.parseDouble(lower);
    if (!Double.isFinite(value)) {
      throw new NumberFormatException();
    }
    return value;
  }

  private static char last(String text) {
    return text.charAt(text.length() - 1);
  }

  private static Optional<Scalar> bool(String text) {
    return switch (text) {
      case "1", "t", "T", "TRUE", "true", "True" -> Optional.of(new Scalar.Bool(true));
      case "0", "f", "F", "FALSE", "false", "False" -> Optional.of(new Scalar.Bool(false));
      default -> Optional.empty();
    };
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
