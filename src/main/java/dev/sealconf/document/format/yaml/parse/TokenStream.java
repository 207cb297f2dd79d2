package dev.sealconf.document.format.yaml.parse;

import dev.sealconf.document.FormatHints;
import dev.sealconf.document.Limits;
import dev.sealconf.document.format.yaml.source.BlockScalars;
import dev.sealconf.document.format.yaml.source.YamlSource;
import dev.sealconf.document.format.yaml.strict.SopsSyntax;
import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * The tokens of a file with their byte offsets, and the comments between them. Like SOPS's parser,
 * it always reads two tokens ahead, because a comment may belong to the token before it.
 */
final class TokenStream {
  private final YamlSource source;
  private final TokenSource found;
  private final CommentScanner scan;
  private final SopsSyntax syntax;
  private YamlToken head;
  private YamlToken tail;
  private YamlToken beforeTail;
  private boolean drained;
  private int gapFrom;
  private int blocksAt = -1;
  private int blocksMark;
  private boolean blocksForced;

  /** The comments that wait for a node. */
  final PendingComments notes = new PendingComments();

  TokenStream(YamlSource source) {
    this.source = source;
    this.found = source.plainLines ? new LineTokens(source) : new EngineTokens(source);
    this.scan = new CommentScanner(source);
    this.syntax = new SopsSyntax(source.bytes, source.begin, source::refusal);
  }

  /** Returns the next token. Its comments, and those before it, are in {@link #notes}. */
  YamlToken peek() {
    while (!drained && (head == null || head.next == null || head.next.next == null)) {
      fetch();
    }
    scan.handOut(head, notes);
    return head;
  }

  /** Skips the token that {@link #peek} returned. */
  void skip() {
    head = head.next;
  }

  /** Returns every comment line so far. */
  List<CommentLine> comments() {
    return scan.all();
  }

  boolean next(Token.ID id) {
    return peek().id == id;
  }

  /** Reads one token that is written in the text, and the structural tokens before it. */
  private void fetch() {
    gapFrom = scan.cursor.pos;
    boolean simpleKey = false;
    YamlToken token;
    do {
      token = found.next();
      take(token);
      simpleKey |= token.id == Token.ID.Key && token.start == token.end;
    } while (!drained
        && (token.start == token.end && token.id != Token.ID.StreamStart
            || simpleKey && token.id != Token.ID.Value));
  }

  private void take(YamlToken token) {
    Token.ID id = token.id;
    boolean structure = token.start == token.end && id != Token.ID.StreamStart;
    if (id != Token.ID.StreamStart && token.start > scan.cursor.pos) {
      scan.gap(beforeTail, tail, token.start);
    }
    token.indent = scan.indent();
    if (!structure || id == Token.ID.StreamEnd) {
      syntax.token(id, token.style, token.start, token.end, token.indent);
    } else if (id == Token.ID.Key) {
      syntax.simpleKey();
    }
    if (id == Token.ID.BlockEnd) {
      blocksMark = scan.endOfBlock(blockMark(token));
      token.mark = blocksMark;
    } else if (id == Token.ID.BlockMappingStart || id == Token.ID.BlockSequenceStart) {
      scan.push(token.column);
    }
    append(token);
    if (!structure) {
      behind(token);
    }
    drained = id == Token.ID.StreamEnd;
  }

  /**
   * Returns where a block ends. Blocks that end at the same offset move back over comments
   * together; blocks that end only because the document does are handled separately.
   */
  private int blockMark(YamlToken token) {
    boolean forced = scan.indent() <= token.column;
    if (blocksAt != token.start || forced != blocksForced) {
      blocksAt = token.start;
      blocksForced = forced;
      return (forced ? token.start : gapFrom) - 1;
    }
    return blocksMark;
  }

  private void append(YamlToken token) {
    if (tail == null) {
      head = token;
    } else {
      if (head == null) {
        head = token;
      }
      tail.next = token;
    }
    beforeTail = tail;
    tail = token;
  }

  /** Moves the comment scan past the token, and past a comment on its line. */
  private void behind(YamlToken token) {
    switch (token.id) {
      case StreamStart, StreamEnd, Directive -> {
        if (token.id == Token.ID.Directive) {
          after(token);
        }
        return;
      }
      case FlowMappingStart, FlowSequenceStart -> scan.flowDepth++;
      case FlowMappingEnd, FlowSequenceEnd -> scan.flowDepth--;
      default -> {}
    }
    int due = token.start;
    if (scan.flowDepth == 0 && token.id == Token.ID.Value
        || scan.flowDepth > 0 && token.id == Token.ID.FlowEntry) {
      due = beforeTail.mark;
    }
    if (token.id == Token.ID.Scalar) {
      afterScalar(token);
    } else {
      after(token);
    }
    switch (token.id) {
      case BlockEntry, DocumentStart, DocumentEnd, Directive -> {}
      default -> scan.behind(due);
    }
  }

  private void after(YamlToken token) {
    scan.cursor.after(token.end, token.endLine, token.endColumn);
  }

  private void afterScalar(YamlToken token) {
    if (token.end - token.start > Limits.SCALAR_BYTES) {
      throw source
          .failure(token.start, "a value has more than " + Limits.SCALAR_BYTES + " bytes")
          .hintForPlain(FormatHints.encryptWhole());
    }
    ScalarStyle style = token.style;
    if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      int hash = BlockScalars.headerComment(source.bytes, token.start);
      if (hash >= 0) {
        scan.inHeader(token.start, hash);
      }
      scan.cursor.afterOpenEnded(token.end, token.endLine, token.endColumn);
    } else if (style == ScalarStyle.PLAIN) {
      scan.cursor.afterOpenEnded(token.end, token.endLine, token.endColumn);
    } else {
      scan.cursor.after(token.end, token.endLine, token.endColumn);
    }
  }
}
