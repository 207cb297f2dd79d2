package dev.sealconf.exec.notation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds a text from fixed words and the bytes of values. */
final class QuotedBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Appends text as UTF-8. */
  QuotedBytes add(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Appends bytes as they are. */
  QuotedBytes add(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** Appends bytes and replaces each {@code special} byte with {@code replacement}. */
  QuotedBytes add(byte[] bytes, char special, String replacement) {
    for (byte b : bytes) {
      if (b == special) {
        add(replacement);
      } else {
        out.write(b);
      }
    }
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
