package dev.sealconf.document.format.yaml.strict;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Checks the tokens of a file and refuses what SOPS's parser (go-yaml 3.0.4) would refuse or read
 * differently, because SOPS must be able to open what is sealed. Takes the written tokens in order.
 */
public final class SopsSyntax {
  private final byte[] bytes;
  private final Refusal refusal;
  private final FlowScalars words;
  private int end;
  private int indent = -1;
  private int flowDepth;
  private boolean plain;

  /** Whether a key could start here. If so, no tab may precede it. */
  private boolean keyMayBegin = true;

  private boolean simpleKey;

  /**
   * Checks the syntax of one file.
   *
   * @param begin the start of its text
   */
  public SopsSyntax(byte[] bytes, int begin, Refusal refusal) {
    this.bytes = bytes;
    this.refusal = refusal;
    this.words = new FlowScalars(bytes, refusal);
    this.end = begin;
  }

  /** Called when a key without a question mark starts. */
  public void simpleKey() {
    simpleKey = true;
  }

  /**
   * Checks the next written token.
   *
   * @param style how a scalar is written
   * @param indent the column of the enclosing block collection, -1 at the root
   */
  public void token(Token.ID id, ScalarStyle style, int start, int end, int indent) {
    gap(start);
    this.end = end;
    this.indent = indent;
    this.plain = false;
    switch (id) {
      case FlowMappingStart, FlowSequenceStart -> flowDepth++;
      case FlowMappingEnd, FlowSequenceEnd -> flowDepth--;
      case Anchor, Alias -> words.name(start, end);
      case Scalar -> scalar(style, start);
      default -> {}
    }
    keyMayBegin =
        switch (id) {
          case StreamStart, BlockEntry, Key -> true;
          case Value -> !simpleKey;
          case Scalar -> isBlock(style);
          default -> false;
        };
    if (id == Token.ID.Value) {
      simpleKey = false;
    }
  }

  private void scalar(ScalarStyle style, int start) {
    if (isBlock(style)) {
      new BlockIndentation(bytes, refusal).check(start, end, indent);
    } else if (style == ScalarStyle.DOUBLE_QUOTED) {
      words.escapes(start, end);
    } else if (style == ScalarStyle.PLAIN) {
      plain = true;
      while (end > start && isSpace(end - 1)) {
        end--;
      }
      if (flowDepth > 0) {
        words.plainInFlow(start, end);
      }
    }
  }

  private static boolean isBlock(ScalarStyle style) {
    return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
  }

  /** Checks blanks and comments between two tokens. */
  private void gap(int start) {
    int at = plain ? behindPlain(start) : end;
    while (at < start) {
      byte b = bytes[at];
      if (b == '\t' && flowDepth == 0 && keyMayBegin) {
        throw refusal.at(at, "a tab where SOPS expects a key or a dash", "replace it with spaces");
      }
      if (b == '#') {
        while (at < start && !isBreak(at)) {
          at++;
        }
        continue;
      }
      keyMayBegin |= isBreak(at) && flowDepth == 0;
      at++;
    }
  }

  /** Returns the end of a plain scalar, including the blanks and empty lines after it. */
  private int behindPlain(int start) {
    int at = end;
    int column = -1;
    while (at < start && isSpace(at)) {
      if (isBreak(at)) {
        column = 0;
      } else if (column >= 0) {
        if (bytes[at] == '\t' && column <= indent) {
          throw refusal.at(
              at, "a tab in the indentation, which SOPS rejects", "replace it with spaces");
        }
        column++;
      }
      at++;
    }
    keyMayBegin |= column >= 0;
    return at;
  }

  private boolean isSpace(int at) {
    return bytes[at] == ' ' || bytes[at] == '\t' || isBreak(at);
  }

  private boolean isBreak(int at) {
    return bytes[at] == '\n' || bytes[at] == '\r';
  }
}
