package dev.sealconf.git.filter;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Git's packet lines ({@code gitprotocol-common(5)}, pkt-line format): four hexadecimal digits for
 * the length of the packet with these four, then its content. A packet of length 0 ends a list.
 */
final class PacketLines {
  private static final int DIGITS = 4;
  private static final int LONGEST = 65_516;
  private static final int HEX = 16;

  private final InputStream in;
  private final OutputStream out;

  PacketLines(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /**
   * Returns the texts up to the end of a list, one character for each byte, without the line feed
   * at the end of each.
   *
   * @return empty if git closed the stream before the list began
   * @throws IOException if the stream ends within the list, or a packet is malformed
   */
  Optional<List<String>> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (int length = length(texts.isEmpty()); length != 0; length = length(false)) {
      if (length < 0) {
        return Optional.empty();
      }
      String text = new String(content(length), StandardCharsets.ISO_8859_1);
      texts.add(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    }
    return Optional.of(texts);
  }

  /**
   * Returns the bytes of all packets up to the end of a list.
   *
   * @throws IOException if the stream ends within the list, or a packet is malformed
   */
  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int length = length(false); length != 0; length = length(false)) {
      bytes.write(content(length));
    }
    return bytes.toByteArray();
  }

  /**
   * Returns the length of the next packet's content, 0 for the end of a list, -1 for the end of
   * all.
   */
  private int length(boolean mayEnd) throws IOException {
    byte[] digits = in.readNBytes(DIGITS);
    if (digits.length == 0 && mayEnd) {
      return -1;
    }
    if (digits.length < DIGITS) {
      throw new EOFException("the stream ends within a packet");
    }
    int length = 0;
    for (byte digit : digits) {
      int value = Character.digit(digit, HEX);
      if (value < 0) {
        throw new IOException("a packet has no length");
      }
      length = length * HEX + value;
    }
    if (length != 0 && length < DIGITS) {
      throw new IOException("a packet of an unknown kind");
    }
    return length == DIGITS
        ? length(false)
        : Math.max(0, length - DIGITS); // an empty one is no end
  }

  private byte[] content(int length) throws IOException {
    byte[] content = in.readNBytes(length);
    if (content.length < length) {
      throw new EOFException("the stream ends within a packet");
    }
    return content;
  }

  /** Writes texts, a packet each, and the end of the list. */
  void writeTexts(String... texts) throws IOException {
    for (String text : texts) {
      write(text.getBytes(StandardCharsets.ISO_8859_1), 0, text.length(), true);
    }
    end();
  }

  /** Writes bytes in as many packets as they take, and the end of the list. */
  void writeBytes(byte[] bytes) throws IOException {
    for (int start = 0; start < bytes.length; start += LONGEST) {
      write(bytes, start, Math.min(LONGEST, bytes.length - start), false);
    }
    end();
  }

  private void write(byte[] bytes, int start, int length, boolean line) throws IOException {
    String digits = Integer.toHexString(length + DIGITS + (line ? 1 : 0));
    String prefix = "0".repeat(DIGITS - digits.length()) + digits;
    out.write(prefix.getBytes(StandardCharsets.US_ASCII));
    out.write(bytes, start, length);
    if (line) {
      out.write('\n');
    }
  }

  private void end() throws IOException {
    out.write("0000".getBytes(StandardCharsets.US_ASCII));
  }

  /** Sends what was written. */
  void flush() throws IOException {
    out.flush();
  }
}
