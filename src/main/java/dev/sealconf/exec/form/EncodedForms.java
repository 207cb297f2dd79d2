package dev.sealconf.exec.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A secret as encoders write it: Base64 (RFC 4648 §4, §5), hex, percent-encoding (RFC 3986 §2.1).
 */
final class EncodedForms {
  private static final int BITS_OF_A_CHARACTER = 6;
  private static final int GROUP = 3;
  private static final String UNRESERVED = "-._~";

  /**
   * The characters that an encoder leaves unescaped, in addition to letters, digits and {@code
   * -._}: RFC 3986, JavaScript's {@code encodeURIComponent}, Python's {@code quote}, Java's {@code
   * URLEncoder}.
   */
  private static final List<String> KEPT = List.of(UNRESERVED, "-._~!'()*", "-._~/", "-._*");

  private EncodedForms() {}

  /** Returns the encoded texts. Each character stands for one byte. */
  static List<String> of(byte[] secret) {
    List<String> forms = new ArrayList<>();
    for (int before = 0; before < GROUP; before++) {
      forms.add(base64(secret, before, Base64.getEncoder()));
      forms.add(base64(secret, before, Base64.getUrlEncoder()));
    }
    addWhole(secret, forms);
    addWhole(withLineEnd(secret), forms); // as echo prints it
    forms.add(HexFormat.of().formatHex(secret));
    forms.add(HexFormat.of().withUpperCase().formatHex(secret));
    addLines(Base64.getEncoder().encodeToString(secret), 76, forms);
    addLines(Base64.getEncoder().encodeToString(secret), 64, forms);
    addLines(HexFormat.of().formatHex(secret), 60, forms);
    for (String kept : KEPT) {
      for (String space : List.of("%20", "+")) {
        forms.add(percent(secret, kept, space, HexFormat.of().withUpperCase()));
        forms.add(percent(secret, kept, space, HexFormat.of()));
      }
    }
    return forms;
  }

  private static byte[] withLineEnd(byte[] text) {
    byte[] line = Arrays.copyOf(text, text.length + 1);
    line[text.length] = '\n';
    return line;
  }

  /**
   * Adds the whole text, padded and not. Without its last characters, a reader would see some bits
   * of the last byte.
   */
  private static void addWhole(byte[] bytes, List<String> forms) {
    for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      forms.add(encoder.encodeToString(bytes));
      forms.add(encoder.withoutPadding().encodeToString(bytes));
    }
  }

  /** Adds the lines that base64, openssl and xxd print when they wrap their output. */
  private static void addLines(String encoded, int width, List<String> forms) {
    for (int i = 0; encoded.length() > width && i < encoded.length(); i += width) {
      forms.add(encoded.substring(i, Math.min(i + width, encoded.length())));
    }
  }

  /**
   * Returns the Base64 characters that depend on the secret alone when {@code before} other bytes
   * precede it, whatever those bytes are and whatever follows.
   */
  private static String base64(byte[] secret, int before, Base64.Encoder encoder) {
    byte[] shifted = new byte[before + secret.length];
    System.arraycopy(secret, 0, shifted, before, secret.length);
    String encoded = encoder.withoutPadding().encodeToString(shifted);
    int from = (before * Byte.SIZE + BITS_OF_A_CHARACTER - 1) / BITS_OF_A_CHARACTER;
    int to = shifted.length * Byte.SIZE / BITS_OF_A_CHARACTER;
    Arrays.fill(shifted, (byte) 0);
    return encoded.substring(from, to);
  }

  private static String percent(byte[] secret, String kept, String space, HexFormat hex) {
    StringBuilder text = new StringBuilder();
    for (byte b : secret) {
      char c = (char) (b & 0xFF);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (letter || kept.indexOf(c) >= 0) {
        text.append(c);
      } else if (c == ' ') {
        text.append(space);
      } else {
        text.append('%').append(hex.toHexDigits(b));
      }
    }
    return text.toString();
  }
}
