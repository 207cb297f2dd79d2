package dev.sealconf.document.format.yaml.parse;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.tokens.Token;

/** A token with its place in bytes. */
final class YamlToken {
  final Token.ID id;
  final int start;
  final int end;

  /** Column of the start in code points, from 0. */
  final int column;

  /** Line and column of the end. */
  final int endLine;

  final int endColumn;

  /** What a scalar says, and how it is written; null for others. */
  final String value;

  final ScalarStyle style;

  /** The scanner's own token, if it was the scanner that found it. */
  final Token scanned;

  /** The indentation of the enclosing block collection when the token was met; -1 at the root. */
  int indent;

  /** Where comments see the token: the start, but for the end of a block that comments follow. */
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
