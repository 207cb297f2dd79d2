package dev.sealconf.document.format.ini;

import dev.sealconf.document.Layout;
import dev.sealconf.document.Span;
import dev.sealconf.document.tree.Comment;

/**
 * The layout of a comment on the line of a section's header. A section's name ends at the last
 * bracket of the line, so a token can't be there. It goes on a line above, where SOPS reads and
 * prints such comments, and the marker stays to show where the comment belongs. The comment's span
 * includes the header.
 *
 * @param header the header's line up to the comment's text
 */
record IniHeaderComment(String header) implements Layout {

  /** Returns the text for the comment's span that contains its token. */
  String tokenText(String token) {
    return "; " + token + "\n" + header;
  }

  /** Returns the text for the comment's span that reads back as this text. */
  String valueText(String text) {
    boolean fits = text.indexOf(']') < 0 && text.indexOf('\n') < 0;
    return fits ? header + text : tokenText(text);
  }

  /** Returns the comment with this text after this header. */
  static Comment of(String text, Span span, String header) {
    return new Comment(text, span, new IniHeaderComment(header), true);
  }
}
