package dev.sealconf.document.format.yaml.parse;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.tokens.Token;

/** A token with its byte offsets. */
final class YamlToken {
  final Token.ID id;
  final int start;
  final int end;

  /** The column of the start in code points, from 0. */
  final int column;

  /** The line and column of the end. */
  final int endLine;

  final int endColumn;

  /** The value of a scalar and its style; null for other tokens. */
  final String value;

  final ScalarStyle style;

  /** The scanner's own token, if the scanner found this one. */
  final Token scanned;

  /** The indentation of the enclosing block collection when the token was read; -1 at the root. */
  int indent;

  /**
   * Where the token is for comments: its start, unless it ends a block that is followed by
   * comments.
   */
  int mark;

  YamlToken next;

  YamlToken(
      Token.ID id,
      int start,
      int end,
      int column,
      int endLine,
      int endColumn,
      String value,
      ScalarStyle style,
      Token scanned) {
    this.id = id;
    this.start = start;
    this.end = end;
    this.column = column;
    this.endLine = endLine;
    this.endColumn = endColumn;
    this.value = value;
    this.style = style;
    this.scanned = scanned;
    this.mark = start;
  }
}
