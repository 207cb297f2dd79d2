package dev.sealconf.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads the text of a sealed file, whose encoding another program may have changed. */
public final class SealedText {
  private static final int MARK_LENGTH = 2;

  private SealedText() {}

  /**
   * Returns the file as UTF-8. Converts UTF-16 with a byte order mark, which PowerShell writes, and
   * leaves everything else as it is.
   */
  public static SourceText of(SourceText source) {
    byte[] bytes = of(source.bytes());
    return bytes == source.bytes() ? source : new SourceText(source.name(), bytes);
  }

  /** Returns the bytes after a UTF-8 byte order mark; empty if there is none. */
  public static Optional<byte[]> withoutMark(byte[] bytes) {
    boolean marked = startsWith(bytes, 0xEF, 0xBB) && bytes.length > 2 && (bytes[2] & 0xFF) == 0xBF;
    return marked ? Optional.of(Arrays.copyOfRange(bytes, 3, bytes.length)) : Optional.empty();
  }

  static byte[] of(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return utf8(bytes, StandardCharsets.UTF_16LE);
    }
    return startsWith(bytes, 0xFE, 0xFF) ? utf8(bytes, StandardCharsets.UTF_16BE) : bytes;
  }

  private static byte[] utf8(byte[] bytes, Charset charset) {
    String text = new String(bytes, MARK_LENGTH, bytes.length - MARK_LENGTH, charset);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= MARK_LENGTH && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
