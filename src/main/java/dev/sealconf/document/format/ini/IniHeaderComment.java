package dev.sealconf.document.format.ini;

import dev.sealconf.document.Comment;
import dev.sealconf.document.Layout;
import dev.sealconf.document.Span;
import dev.sealconf.document.format.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A comment behind a section's header. The name of a section ends at the last bracket of the line,
 * so a token can't stand there: it is moved to a line of its own, and the marker stays behind to
 * tell where it belongs.
 *
 * @param next the offset behind the line it was moved to
 */
record IniHeaderComment(Comment comment, int next) {
  /** The layout of a comment behind a header, moved or not. */
  static final Layout LAYOUT = new Layout() {};

  private static final byte[] TOKEN = "ENC[AES256_GCM,".getBytes(StandardCharsets.US_ASCII);

  /** The text in the comment's place that puts {@code text} on the next line. */
  static String move(String text) {
    return "\n; " + text;
  }

  /**
   * The moved comment, if {@code tail} is a marker alone and a token is the next line's comment.
   */
  static Optional<IniHeaderComment> moved(byte[] in, Span tail, int lineEnd) {
    boolean marker = tail.length() == 1 && (in[tail.start()] == ';' || in[tail.start()] == '#');
    if (!marker || lineEnd + 2 > in.length || in[lineEnd] != ';' || in[lineEnd + 1] != ' ') {
      return Optional.empty();
    }
    int next = IniValue.lineEnd(in, lineEnd);
    Span token = new Span(lineEnd + 2, GoSpace.trim(in, lineEnd + 2, next));
    String text = Utf8.decode(in, token.start(), token.end());
    if (text == null || !startsWithToken(in, token)) {
      return Optional.empty();
    }
    Span span = new Span(lineEnd - 1, token.end());
    return Optional.of(new IniHeaderComment(new Comment(text, span, LAYOUT, true), next));
  }

  private static boolean startsWithToken(byte[] in, Span span) {
    if (span.length() < TOKEN.length) {
      return false;
    }
    for (int i = 0; i < TOKEN.length; i++) {
      if (in[span.start() + i] != TOKEN[i]) {
        return false;
      }
    }
    return true;
  }
}
