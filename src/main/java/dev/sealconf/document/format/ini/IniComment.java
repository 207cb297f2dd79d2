package dev.sealconf.document.format.ini;

import dev.sealconf.document.Layout;
import dev.sealconf.document.Span;
import dev.sealconf.document.format.Utf8;
import dev.sealconf.document.tree.Comment;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects comment lines that {@code ini.v1} reads as one comment. */
final class IniComment {
  private static final byte[] TOKEN = "ENC[AES256_GCM,".getBytes(StandardCharsets.US_ASCII);

  /** The layout of a comment whose last line is on the line of its key or header. */
  static final Layout JOINED = new Layout() {};

  private final byte[] in;
  private final List<Span> lines = new ArrayList<>(1);

  IniComment(byte[] in) {
    this.in = in;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Adds the line {@code [marker, lineEnd)}. */
  void add(int marker, int lineEnd) {
    lines.add(new Span(marker, lineEnd));
  }

  /** Returns the offset of the first marker. */
  int start() {
    return lines.get(0).start();
  }

  /** Returns whether this is the token of a comment. */
  boolean isToken() {
    return !isEmpty() && startsWithToken(lines.get(0));
  }

  /** Removes and returns the last line if it is the token of a comment. */
  Optional<IniComment> takeLastToken() {
    if (isEmpty() || !startsWithToken(lines.get(lines.size() - 1))) {
      return Optional.empty();
    }
    IniComment last = new IniComment(in);
    last.lines.add(lines.remove(lines.size() - 1));
    return Optional.of(last);
  }

  private boolean startsWithToken(Span line) {
    int from = text(line.start(), line.end());
    boolean fits = from + TOKEN.length <= line.end();
    for (int i = 0; fits && i < TOKEN.length; i++) {
      fits = in[from + i] == TOKEN[i];
    }
    return fits;
  }

  /** Returns the offset after leading spaces and repetitions of the first marker. */
  private int text(int start, int end) {
    int from = start;
    while (from < end && (in[from] == in[start] || in[from] == ' ')) {
      from++;
    }
    return from;
  }

  /**
   * Returns the text that SOPS builds from these lines and the comment on the line of their key or
   * header.
   */
  String joinedText(IniComment behind) {
    IniComment both = new IniComment(in);
    both.lines.addAll(lines);
    both.lines.addAll(behind.lines);
    return both.comment(false).text();
  }

  /**
   * Returns the comment without leading spaces and repetitions of its first marker; null if it is
   * not UTF-8. Its span excludes them too. A text that would then start with an empty line, which
   * makes SOPS crash, keeps its first marker.
   */
  Comment comment(boolean inline) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    lines.forEach(line -> text.write(in, line.start(), line.length()));
    Span last = lines.get(lines.size() - 1);
    int start = start();
    int end = GoSpace.trim(in, last.start(), last.end());
    byte[] all = text.toByteArray();
    int stop = GoSpace.trim(all, 0, all.length);
    int from = 0;
    while (from < stop && (all[from] == all[0] || all[from] == ' ')) {
      from++;
    }
    boolean blankFirst = from < stop && all[from] == '\n';
    String meant = Utf8.decode(all, from, stop);
    if (meant == null) {
      return null;
    }
    return blankFirst
        ? new Comment((char) all[0] + meant, new Span(start + 1, end), Layout.NONE, inline)
        : new Comment(meant, new Span(start + from, end), Layout.NONE, inline);
  }
}
