package dev.sealconf.document.format.yaml.parse;

import org.snakeyaml.engine.v2.tokens.Token;

/** A token of the scanner with its place in bytes. */
final class YamlToken {
  final Token.ID id;
  final Token token;
  final int start;
  final int end;

  /** Column of the start in code points, from 0. */
  final int column;

  /** The indentation of the enclosing block collection when the token was met; -1 at the root. */
  final int indent;

  /** Where comments see the token: the start, but for the end of a block that comments follow. */
  int mark;

  YamlToken next;

  YamlToken(Token token, int start, int end, int column, int indent) {
    this.id = token.getTokenId();
    this.token = token;
    this.start = start;
    this.end = end;
    this.column = column;
    this.indent = indent;
    this.mark = start;
  }
}
