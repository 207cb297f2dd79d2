package dev.sealconf.document.format.ini;

import dev.sealconf.document.Comment;
import dev.sealconf.document.Layout;
import dev.sealconf.document.Span;
import dev.sealconf.document.format.Utf8;
import java.io.ByteArrayOutputStream;

/** Comment lines that {@code ini.v1} takes for one comment, while they are collected. */
final class IniComment {
  private final byte[] in;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private int start = -1;
  private int end;

  IniComment(byte[] in) {
    this.in = in;
  }

  boolean isEmpty() {
    return start < 0;
  }

  /** Adds the line {@code [marker, lineEnd)}. */
  void add(int marker, int lineEnd) {
    if (isEmpty()) {
      start = marker;
    }
    text.write(in, marker, lineEnd - marker);
    end = GoSpace.trim(in, marker, lineEnd);
  }

  /** Where the first marker stands. */
  int start() {
    return start;
  }

  /**
   * The comment without the leading run of its first marker and spaces; null if it is not UTF-8.
   * Its span leaves out what is left out of the text. A text that would start with an empty line,
   * by which SOPS crashes, keeps its first marker.
   */
  Comment comment(boolean inline) {
    byte[] lines = text.toByteArray();
    int stop = GoSpace.trim(lines, 0, lines.length);
    int from = 0;
    while (from < stop && (lines[from] == lines[0] || lines[from] == ' ')) {
      from++;
    }
    boolean blankFirst = from < stop && lines[from] == '\n';
    String meant = Utf8.decode(lines, from, stop);
    if (meant == null) {
      return null;
    }
    return blankFirst
        ? new Comment((char) lines[0] + meant, new Span(start + 1, end), Layout.NONE, inline)
        : new Comment(meant, new Span(start + from, end), Layout.NONE, inline);
  }
}
