package dev.sealconf.document.tree;

/** Writes values in formats that have only text, as SOPS does, except that null is empty. */
public final class LineText {
  private LineText() {}

  /**
   * Returns the text of a value.
   *
   * @throws IllegalArgumentException if it is a {@code Blob}, whose bytes are written as they are
   */
  public static String of(Scalar value) {
    if (value instanceof Scalar.Text text) {
      return text.value();
    } else if (value instanceof Scalar.Int number) {
      return Long.toString(number.value());
    } else if (value instanceof Scalar.Real real) {
      return FloatText.line(real.value());
    } else if (value instanceof Scalar.Bool bool) {
      return Boolean.toString(bool.value());
    } else if (value instanceof Scalar.Time time) {
      return wholeSeconds(time.value());
    } else if (value instanceof Scalar.Null) {
      return "";
    }
    throw new IllegalArgumentException("bytes are not text");
  }

  /** Returns RFC 3339 without the fraction of a second. */
  private static String wholeSeconds(String time) {
    int dot = time.indexOf('.');
    if (dot < 0) {
      return time;
    }
    int end = dot + 1;
    while (end < time.length() && Character.isDigit(time.charAt(end))) {
      end++;
    }
    return time.substring(0, dot) + time.substring(end);
  }
}
