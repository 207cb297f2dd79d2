package dev.sealconf.envelope.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Base64 as in tokens (RFC 4648 §4): padded and canonical, so that no character of a token can
 * change unnoticed.
 */
final class TokenBase64 {
  private static final byte[] LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
          .getBytes(StandardCharsets.ISO_8859_1);

  private static final byte[] VALUES = new byte[256];

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (int i = 0; i < LETTERS.length; i++) {
      VALUES[LETTERS[i]] = (byte) i;
    }
  }

  private TokenBase64() {}

  /** Returns how many characters this many bytes become. */
  static int length(int bytes) {
    return (bytes + 2) / 3 * 4;
  }

  /** Writes the characters for some bytes, and returns the offset after them. */
  static int encode(byte[] bytes, int from, int to, byte[] out, int at) {
    int next = at;
    int i = from;
    for (; i + 2 < to; i += 3) {
      int three = (bytes[i] & 0xFF) << 16 | (bytes[i + 1] & 0xFF) << 8 | bytes[i + 2] & 0xFF;
      out[next++] = LETTERS[three >>> 18];
      out[next++] = LETTERS[three >>> 12 & 63];
      out[next++] = LETTERS[three >>> 6 & 63];
      out[next++] = LETTERS[three & 63];
    }
    if (i < to) {
      int rest = (bytes[i] & 0xFF) << 16 | (i + 1 < to ? (bytes[i + 1] & 0xFF) << 8 : 0);
      out[next++] = LETTERS[rest >>> 18];
      out[next++] = LETTERS[rest >>> 12 & 63];
      out[next++] = i + 1 < to ? LETTERS[rest >>> 6 & 63] : (byte) '=';
      out[next++] = '=';
    }
    return next;
  }

  /**
   * Returns the bytes that characters encode, followed by {@code room} zeros; null if there are no
   * characters or they are not canonical.
   */
  static byte[] decode(byte[] text, int from, int to, int room) {
    int length = to - from;
    if (length <= 0 || length % 4 != 0) {
      return null;
    }
    int padding = text[to - 1] != '=' ? 0 : text[to - 2] != '=' ? 1 : 2;
    int count = length / 4 * 3 - padding;
    byte[] out = new byte[count + room];
    int bad = 0;
    int next = 0;
    int whole = padding == 0 ? to : to - 4;
    for (int i = from; i < whole; i += 4) {
      int four =
          VALUES[text[i] & 0xFF] << 18
              | VALUES[text[i + 1] & 0xFF] << 12
              | VALUES[text[i + 2] & 0xFF] << 6
              | VALUES[text[i + 3] & 0xFF];
      bad |= four;
      out[next++] = (byte) (four >> 16);
      out[next++] = (byte) (four >> 8);
      out[next++] = (byte) four;
    }
    if (padding > 0) {
      int third = padding == 1 ? VALUES[text[to - 2] & 0xFF] : 0;
      int rest = VALUES[text[to - 4] & 0xFF] << 18 | VALUES[text[to - 3] & 0xFF] << 12 | third << 6;
      boolean loose = (rest & (padding == 1 ? 0xFF : 0xFFFF)) != 0;
      bad |= loose ? -1 : rest;
      out[next++] = (byte) (rest >> 16);
      if (padding == 1) {
        out[next] = (byte) (rest >> 8);
      }
    }
    return bad < 0 ? null : out;
  }
}
