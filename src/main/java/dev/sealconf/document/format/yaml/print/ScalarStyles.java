package dev.sealconf.document.format.yaml.print;

import dev.sealconf.document.format.SimpleText;
import dev.sealconf.document.format.yaml.scalar.Numbers;
import dev.sealconf.document.format.yaml.scalar.ScalarResolver;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.WrittenNumber;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes scalars on one line. */
public final class ScalarStyles {
  private ScalarStyles() {}

  /** Returns a scalar as SOPS prints it if that fits on one line. Escapes other strings. */
  static String inline(Scalar value, boolean inFlow, boolean astral) {
    return value instanceof Scalar.Text text ? text(text.value(), inFlow, astral) : literal(value);
  }

  /** Like {@link #inline}, but a float that SOPS prints as an integer stays a float. */
  public static String exact(Scalar value, boolean inFlow) {
    String text = inline(value, inFlow, true);
    boolean whole =
        value instanceof Scalar.Real number
            && Double.isFinite(number.value())
            && text.indexOf('.') < 0
            && text.indexOf('e') < 0;
    return whole ? text + ".0" : text;
  }

  /**
   * Returns a number as it was written, if that reads back as the same value; otherwise {@link
   * #literal}.
   */
  static String written(Leaf leaf) {
    return WrittenNumber.of(leaf)
        .filter(text -> reads(text, leaf.value()))
        .orElseGet(() -> literal(leaf.value()));
  }

  private static boolean reads(String text, Scalar value) {
    try {
      return ScalarResolver.plain(text).equals(value);
    } catch (ScalarResolver.Unresolved e) {
      return false;
    }
  }

  /** Returns a scalar that is not a string. */
  static String literal(Scalar value) {
    if (value instanceof Scalar.Int number) {
      return Long.toString(number.value());
    }
    if (value instanceof Scalar.Real number) {
      return Numbers.text(number.value());
    }
    if (value instanceof Scalar.Bool bool) {
      return bool.value() ? "true" : "false";
    }
    if (value instanceof Scalar.Time time) {
      return time.value();
    }
    if (value instanceof Scalar.Blob blob) {
      return "!!binary " + Base64.getEncoder().encodeToString(blob.value());
    }
    return "null";
  }

  /**
   * Returns a string: unquoted if it then still reads as a string, otherwise in the quotes that
   * SOPS uses.
   */
  static String text(String text, boolean inFlow, boolean astral) {
    if (text.isEmpty() || !TextStyle.staysText(text)) {
      return doubleQuoted(text, astral);
    }
    if (!inFlow && SimpleText.isPlainInBlock(text)) {
      return text;
    }
    TextStyle style = TextStyle.of(text, astral);
    if (inFlow ? style.flowPlain : style.blockPlain) {
      return text;
    }
    return style.single && text.indexOf('\n') < 0 ? singleQuoted(text) : doubleQuoted(text, astral);
  }

  static String singleQuoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String doubleQuoted(String text, boolean astral) {
    if (SimpleText.needsNoEscapes(text)) {
      return '"' + text + '"';
    }
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    int width;
    for (int i = 0; i < text.length(); i += width) {
      int c = text.codePointAt(i);
      width = Character.charCount(c);
      if (c == '"' || c == '\\') {
        out.append('\\').append((char) c);
      } else if (width == 1 && c != '\n' && TextStyle.printable((char) c)) {
        out.append((char) c);
      } else if (width == 2 && astral) {
        out.appendCodePoint(c);
      } else {
        escape(out, c);
      }
    }
    return out.append('"').toString();
  }

  private static void escape(StringBuilder out, int c) {
    out.append('\\');
    switch (c) {
      case 0 -> out.append('0');
      case 7 -> out.append('a');
      case 8 -> out.append('b');
      case '\t' -> out.append('t');
      case '\n' -> out.append('n');
      case 11 -> out.append('v');
      case 12 -> out.append('f');
      case '\r' -> out.append('r');
      case 27 -> out.append('e');
      case 0x85 -> out.append('N');
      case 0xA0 -> out.append('_');
      default -> {
        int digits = c <= 0xFF ? 2 : c <= 0xFFFF ? 4 : 8;
        out.append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
        String hex = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
        out.append("0".repeat(digits - hex.length())).append(hex);
      }
    }
  }

  /** Encodes the text as UTF-8. */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
