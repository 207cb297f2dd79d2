package dev.sealconf.exec.notation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A text that grows by words of ours and by bytes of values. */
final class QuotedBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Adds text as UTF-8. */
  QuotedBytes add(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Adds bytes as they are. */
  QuotedBytes add(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** Adds bytes, with {@code replacement} for each {@code special} one. */
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
