package dev.sealconf.document.format.json;

import dev.sealconf.document.FormatHints;
import dev.sealconf.document.Limits;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.format.Utf8;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;

/** Finds the end and the value of strings and numbers in a JSON text, and skips white space. */
final class JsonLexer {
  private final SourceText source;
  private final byte[] in;
  private final int longestString;

  /**
   * @param longestString the maximum length of a string in bytes
   */
  JsonLexer(SourceText source, int longestString) {
    this.source = source;
    this.in = source.bytes();
    this.longestString = longestString;
  }

  /** Returns the start of the text, after a byte order mark if there is one. */
  int start() {
    return Utf8.startsWithMark(in) ? Utf8.MARK_LENGTH : 0;
  }

  /** Returns the failure for what is at {@code offset}. */
  SealconfException broken(int offset, String what) {
    return new FileFailure.Malformed(offset == in.length ? what + ": the file ends" : what)
        .at(source.locate(offset));
  }

  /** Returns the offset of the next byte that is not white space. */
  int skipSpace(int from) {
    int at = from;
    while (at < in.length && isSpace(in[at])) {
      at++;
    }
    return at;
  }

  static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** Returns the offset after the string that starts with the quote at {@code start}. */
  int endOfString(int start) {
    for (int at = start + 1; at < in.length; at++) {
      byte b = in[at];
      if (b == '"') {
        if (at - start > longestString) {
          throw broken(start, "a string of more than " + longestString + " bytes")
              .hintForPlain(FormatHints.encryptWhole());
        }
        return at + 1;
      }
      if (b >= 0 && b < ' ') {
        throw broken(at, "a string contains a control character or the end of a line");
      }
      if (b == '\\') {
        at = endOfEscape(at);
      }
    }
    throw broken(start, "a string is not closed");
  }

  /**
   * Returns the offset of the last byte of the escape that starts with the backslash at {@code
   * start}.
   */
  private int endOfEscape(int start) {
    int letter = start + 1 < in.length ? in[start + 1] : 0;
    if (letter != 'u') {
      if (letter == 0 || "\"\\/bfnrt".indexOf(letter) < 0) {
        throw broken(start, "not a JSON escape");
      }
      return start + 1;
    }
    for (int at = start + 2; at < start + 6; at++) {
      if (at >= in.length || Character.digit(in[at], 16) < 0) {
        throw broken(start, "expected four hexadecimal digits after \\u");
      }
    }
    return start + 5;
  }

  /** Returns the value of a string. As in SOPS, an unpaired surrogate becomes U+FFFD. */
  String string(int start, int end) {
    String raw = Utf8.decode(in, start + 1, end - 1);
    if (raw == null) {
      throw broken(start, "a string is not valid UTF-8").hintForPlain(FormatHints.encryptWhole());
    }
    int escape = raw.indexOf('\\');
    return escape < 0 ? raw : unescape(raw, escape);
  }

  private static String unescape(String raw, int firstEscape) {
    StringBuilder out = new StringBuilder(raw.length());
    int from = 0;
    for (int at = firstEscape; at >= 0; at = raw.indexOf('\\', from)) {
      out.append(raw, from, at);
      char letter = raw.charAt(at + 1);
      from = at + 2;
      if (letter == 'u') {
        out.append((char) Integer.parseInt(raw, from, from + 4, 16));
        from += 4;
      } else {
        int known = "bfnrt".indexOf(letter);
        out.append(known < 0 ? letter : "\b\f\n\r\t".charAt(known));
      }
    }
    return Utf8.paired(out.append(raw, from, raw.length()));
  }

  /** Returns the offset after the number that starts at {@code start}. */
  int endOfNumber(int start) {
    int at = in[start] == '-' ? start + 1 : start;
    at = at < in.length && in[at] == '0' ? at + 1 : digits(at);
    if (at < in.length && in[at] == '.') {
      at = digits(at + 1);
    }
    if (at < in.length && (in[at] == 'e' || in[at] == 'E')) {
      boolean signed = at + 1 < in.length && (in[at + 1] == '+' || in[at + 1] == '-');
      at = digits(signed ? at + 2 : at + 1);
    }
    return at;
  }

  private int digits(int from) {
    int at = from;
    while (at < in.length && in[at] >= '0' && in[at] <= '9') {
      at++;
    }
    if (at == from) {
      throw broken(from, "expected a digit");
    }
    return at;
  }

  /** Returns an integer if the number is written as one and fits in 64 bits, otherwise a float. */
  Scalar number(int start, int end) {
    if (end - start > Limits.SCALAR_BYTES) {
      throw broken(start, "a number of more than " + Limits.SCALAR_BYTES + " bytes")
          .hintForPlain(FormatHints.encryptWhole());
    }
    String text = new String(in, start, end - start, StandardCharsets.ISO_8859_1);
    if (isInteger(text)) {
      try {
        return new Scalar.Int(Long.parseLong(text));
      } catch (NumberFormatException tooLong) {
        // SOPS reads an integer beyond 64 bits as the nearest float.
      }
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw broken(start, "a number is beyond the range of a 64-bit float")
          .hintForPlain("write it as a string");
    }
    return new Scalar.Real(value);
  }

  private static boolean isInteger(String text) {
    return text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
  }
}
