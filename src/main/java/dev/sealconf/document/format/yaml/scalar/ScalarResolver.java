package dev.sealconf.document.format.yaml.scalar;

import dev.sealconf.document.tree.Scalar;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Determines the type of a scalar from its text and tag, by the rules of SOPS's parser (go-yaml
 * 3.0.4), which mix YAML 1.1 and 1.2 ({@code docs/format.md §4}).
 */
public final class ScalarResolver {
  public static final String INT = "!!int";
  public static final String FLOAT = "!!float";
  public static final String TIME = "!!timestamp";
  public static final String STR = "!!str";

  /** Thrown if SOPS has no type for a scalar. */
  public static final class Unresolved extends Exception {
    private static final long serialVersionUID = 1L;

    /** Whether it is an integer that only an unsigned type can hold. */
    public final boolean unsigned;

    Unresolved(boolean unsigned) {
      super(null, null, false, false);
      this.unsigned = unsigned;
    }
  }

  private ScalarResolver() {}

  /**
   * Returns the value of a scalar.
   *
   * @param tag the short form of its tag, or empty
   * @param quoted whether it is in quotes or in a block
   */
  public static Scalar resolve(String text, String tag, boolean quoted) throws Unresolved {
    if (tag.equals(STR) || tag.isEmpty() && quoted) {
      return new Scalar.Text(text);
    }
    return switch (tag) {
      case "" -> plain(text);
      case "!!bool", INT, FLOAT, "!!null", TIME -> tagged(text, tag, quoted);
      case "!!binary" -> binary(text);
      default -> new Scalar.Text(text);
    };
  }

  /** Returns the value of a plain scalar without a tag. */
  public static Scalar plain(String text) throws Unresolved {
    if (text.isEmpty()) {
      return new Scalar.Null();
    }
    char first = text.charAt(0);
    if (first > '~' || !mayBeTyped(first)) {
      return new Scalar.Text(text);
    }
    Scalar word = word(text);
    if (word != null) {
      return word;
    }
    if (first == '.') {
      Double value = Numbers.parseDouble(text);
      return value == null ? new Scalar.Text(text) : new Scalar.Real(value);
    }
    if (first >= '0' && first <= '9' || first == '+' || first == '-') {
      String time = TimestampResolver.canonical(text);
      return time != null ? new Scalar.Time(time) : number(text);
    }
    return new Scalar.Text(text);
  }

  private static Scalar number(String text) throws Unresolved {
    Scalar number = Numbers.resolve(text);
    return number == null ? new Scalar.Text(text) : number;
  }

  private static Scalar tagged(String text, String tag, boolean quoted) throws Unresolved {
    boolean number = tag.equals(INT) || tag.equals(FLOAT);
    boolean start = !text.isEmpty() && (text.charAt(0) <= '9' && text.charAt(0) != '.');
    Scalar value = number && start ? number(text) : plain(text);
    boolean fits =
        switch (tag) {
          case "!!bool" -> value instanceof Scalar.Bool;
          case INT -> value instanceof Scalar.Int;
          case FLOAT -> value instanceof Scalar.Real || value instanceof Scalar.Int;
          case TIME -> value instanceof Scalar.Time;
          default -> value instanceof Scalar.Null;
        };
    if (!fits) {
      throw new Unresolved(false);
    }
    return tag.equals(FLOAT) && value instanceof Scalar.Int i ? new Scalar.Real(i.value()) : value;
  }

  private static boolean mayBeTyped(char c) {
    return switch (c) {
      case '+', '-', '.', '~', 't', 'T', 'f', 'F', 'n', 'N', '<' -> true;
      default -> c >= '0' && c <= '9';
    };
  }

  private static Scalar word(String text) {
    return switch (text) {
      case "~", "null", "Null", "NULL" -> new Scalar.Null();
      case "true", "True", "TRUE" -> new Scalar.Bool(true);
      case "false", "False", "FALSE" -> new Scalar.Bool(false);
      case ".nan", ".NaN", ".NAN" -> new Scalar.Real(Double.NaN);
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" ->
          new Scalar.Real(Double.POSITIVE_INFINITY);
      case "-.inf", "-.Inf", "-.INF" -> new Scalar.Real(Double.NEGATIVE_INFINITY);
      default -> null;
    };
  }

  private static Scalar binary(String text) throws Unresolved {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(withoutBreaks(text));
    } catch (IllegalArgumentException malformed) {
      throw new Unresolved(false);
    }
    try {
      return new Scalar.Text(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notText) {
      return new Scalar.Blob(bytes);
    }
  }

  private static String withoutBreaks(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
        out.append(text.charAt(i));
      }
    }
    if (out.length() % 4 != 0) {
      out.append('\n'); // SOPS requires the padding. The decoder rejects any stray character.
    }
    return out.toString();
  }
}
