package dev.sealconf.document.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Converts between text and bytes without silently replacing malformed input. */
public final class Utf8 {
  /** The length of a byte order mark in bytes. */
  public static final int MARK_LENGTH = 3;

  private Utf8() {}

  /** Returns whether the first bytes are a byte order mark. */
  public static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= MARK_LENGTH
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  /** Returns the text of these bytes; null if they are not UTF-8. */
  public static String decode(byte[] bytes, int start, int end) {
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      byte[] again = text.getBytes(StandardCharsets.UTF_8);
      return Arrays.equals(bytes, start, end, again, 0, again.length) ? text : null;
    }
    return text;
  }

  /** Returns the text with each unpaired surrogate replaced by U+FFFD. */
  public static String paired(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else {
        text.setCharAt(i, '\uFFFD');
      }
    }
    return text.toString();
  }
}
