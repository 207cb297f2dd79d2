package dev.sealconf.document;

import dev.sealconf.error.Location;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a file and its name in messages. All offsets are in bytes. The array is not copied,
 * so no one may change it afterward.
 */
public record SourceText(String name, byte[] bytes) {

  /** Returns the UTF-8 text of a span; malformed bytes become U+FFFD. */
  public String text(Span span) {
    return new String(bytes, span.start(), span.length(), StandardCharsets.UTF_8);
  }

  /** Returns the line and column (code points, from 1) of a byte offset. */
  public Location locate(int offset) {
    int line = 1;
    int lineStart = 0;
    int end = Math.min(offset, bytes.length);
    for (int i = 0; i < end; i++) {
      if (bytes[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    int column = 1;
    for (int i = lineStart; i < end; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        column++;
      }
    }
    return new Location(name, line, column);
  }

  /**
   * Returns this text after the splices. They may come in any order; two insertions at one offset
   * keep the order of the list.
   *
   * @throws IllegalArgumentException if two splices overlap, which is a bug in the caller
   */
  public byte[] apply(List<Splice> splices) {
    List<Splice> ordered = ordered(splices);
    int length = bytes.length;
    for (Splice splice : ordered) {
      length += splice.text().length - splice.span().length();
    }
    byte[] out = new byte[Math.max(length, 0)];
    int from = 0;
    int at = 0;
    for (Splice splice : ordered) {
      Span span = splice.span();
      if (span.start() < from) {
        throw new IllegalArgumentException("overlapping splices at byte " + from);
      }
      System.arraycopy(bytes, from, out, at, span.start() - from);
      at += span.start() - from;
      System.arraycopy(splice.text(), 0, out, at, splice.text().length);
      at += splice.text().length;
      from = span.end();
    }
    System.arraycopy(bytes, from, out, at, bytes.length - from);
    return out;
  }

  /** Returns the splices sorted by position. Usually they already are. */
  private static List<Splice> ordered(List<Splice> splices) {
    for (int i = 1; i < splices.size(); i++) {
      if (splices.get(i).span().start() < splices.get(i - 1).span().start()) {
        List<Splice> ordered = new ArrayList<>(splices);
        ordered.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
        return ordered;
      }
    }
    return splices;
  }
}
