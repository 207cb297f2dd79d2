package dev.sealconf.document.format.ini;

import dev.sealconf.document.Layout;
import dev.sealconf.document.Span;
import dev.sealconf.document.tree.Comment;

/**
 * The layout of a comment behind a section's header. The name of a section ends at the last bracket
 * of the line, so a token can't be there. It is on a line above, where SOPS reads and prints such
 * comments, and the marker stays behind to tell where it belongs. The comment's span has the header
 * in it.
 *
 * @param header the header's line up to the comment's text
 */
record IniHeaderComment(String header) implements Layout {

  /** The text for the span of the comment that holds its token. */
  String tokenText(String token) {
    return "; " + token + "\n" + header;
  }

  /** The text for the span of the comment that reads back as this text. */
  String valueText(String text) {
    boolean fits = text.indexOf(']') < 0 && text.indexOf('\n') < 0;
    return fits ? header + text : tokenText(text);
  }

  /** The comment of this text behind this header. */
  static Comment of(String text, Span span, String header) {
    return new Comment(text, span, new IniHeaderComment(header), true);
  }
}
