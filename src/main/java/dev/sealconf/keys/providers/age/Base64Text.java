package dev.sealconf.keys.providers.age;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Base64 as age writes it: without padding, and with exactly one encoding for each byte sequence.
 */
public final class Base64Text {
  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

  private Base64Text() {}

  /** Encodes the bytes. */
  public static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /** Decodes a text, or returns empty if {@link #encode} could not have produced it. */
  public static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
      return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
