package dev.sealconf.document.format.properties;

import dev.sealconf.document.FormatHints;
import dev.sealconf.document.format.Utf8;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;

/**
 * Reads and writes escapes. Bytes that are not UTF-8 are ISO 8859-1. What is written is ASCII, so
 * programs read the same text whichever encoding they expect.
 */
final class PropertiesText {
  private static final String LETTERS = "tnrf";
  private static final String CONTROLS = "\t\n\r\f";
  private static final String HEX = "0123456789abcdef";
  private static final int DIGITS = 4;

  private PropertiesText() {}

  /** Returns the text of bytes in which a backslash has no meaning. */
  static String plain(byte[] in, int start, int end) {
    String text = Utf8.decode(in, start, end);
    return text == null ? new String(in, start, end - start, StandardCharsets.ISO_8859_1) : text;
  }

  /**
   * Returns the text that escaped bytes mean.
   *
   * @throws SealconfException without a location if a {@code \}{@code u} escape is malformed or is
   *     half of a character
   */
  static String unescaped(byte[] in, int start, int end) {
    String raw = plain(in, start, end);
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char escaped = raw.charAt(++i);
      int letter = LETTERS.indexOf(escaped);
      if (escaped == 'u') {
        text.append(unit(raw, i + 1));
        i += DIGITS;
      } else {
        text.append(letter < 0 ? escaped : CONTROLS.charAt(letter));
      }
    }
    String whole = text.toString();
    if (!Utf8.paired(text).equals(whole)) {
      throw malformed("a \\u escape is half of a character");
    }
    return whole;
  }

  private static char unit(String raw, int from) {
    int unit = 0;
    for (int i = from; i < from + DIGITS; i++) {
      int digit = i < raw.length() ? HEX.indexOf(lower(raw.charAt(i))) : -1;
      if (digit < 0) {
        throw malformed("a \\u escape does not have four hexadecimal digits");
      }
      unit = unit << DIGITS | digit;
    }
    return (char) unit;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'F' ? (char) (c + ('a' - 'A')) : c;
  }

  private static SealconfException malformed(String what) {
    return new FileFailure.Malformed(what)
        .hintForPlain(
            FormatHints.encryptWholeOr("write a backslash that is not an escape as \\\\"));
  }

  /** Returns the escaped form of a key. */
  static String key(String key) {
    StringBuilder text = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean special = " =:".indexOf(c) >= 0 || i == 0 && (c == '#' || c == '!');
      append(c, special, text);
    }
    return text.toString();
  }

  /**
   * Returns the escaped form of a value.
   *
   * @param afterDelimiter whether {@code =} or {@code :} comes before it, not only white space
   */
  static String value(String value, boolean afterDelimiter) {
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean special = i == 0 && (c == ' ' || !afterDelimiter && (c == '=' || c == ':'));
      append(c, special, text);
    }
    return text.toString();
  }

  private static void append(char c, boolean special, StringBuilder text) {
    int control = CONTROLS.indexOf(c);
    if (control >= 0) {
      text.append('\\').append(LETTERS.charAt(control));
    } else if (special || c == '\\') {
      text.append('\\').append(c);
    } else if (c < ' ' || c > '~') {
      text.append("\\u");
      for (int shift = 12; shift >= 0; shift -= DIGITS) {
        text.append(HEX.charAt(c >> shift & 0xF));
      }
    } else {
      text.append(c);
    }
  }

  /** Returns a comment's text with a comment mark after each line break. */
  static String comment(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\n#");
  }
}
