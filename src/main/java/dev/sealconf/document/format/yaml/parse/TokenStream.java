package dev.sealconf.document.format.yaml.parse;

import dev.sealconf.document.FormatHints;
import dev.sealconf.document.Limits;
import dev.sealconf.document.format.yaml.source.BlockScalars;
import dev.sealconf.document.format.yaml.source.ByteIndex;
import dev.sealconf.document.format.yaml.source.YamlSource;
import dev.sealconf.document.format.yaml.strict.SopsSyntax;
import dev.sealconf.error.SealconfException;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.ScalarToken;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * The tokens of a file with their bytes, and the comments between them. Like the parser of SOPS it
 * is always two tokens ahead, because a comment may belong to the token before it.
 */
final class TokenStream {
  /** Code points the scanner takes at a time, at least. */
  private static final int SMALLEST_BUFFER = 1024;

  /**
   * How many times the scanner fills its buffer at most. It copies what it has of a scalar each
   * time, so that many times would make long scalars quadratic.
   */
  private static final int MOST_FILLS = 16;

  private final YamlSource source;
  private final ScannerImpl scanner;
  private final ByteIndex index;
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
    this.index = new ByteIndex(source.bytes, source.begin);
    this.scan = new CommentScanner(source);
    this.syntax = new SopsSyntax(source.bytes, source.begin, source::refusal);
    try {
      LoadSettings settings = settings(source.text.length());
      this.scanner = new ScannerImpl(settings, new StreamReader(settings, source.text));
    } catch (YamlEngineException e) {
      throw unreadable(e).from(e);
    }
  }

  private static LoadSettings settings(int length) {
    return LoadSettings.builder()
        .setUseMarks(true)
        .setParseComments(false)
        .setCodePointLimit(Limits.FILE_BYTES)
        .setBufferSize(Math.max(SMALLEST_BUFFER, length / MOST_FILLS + 1))
        .build();
  }

  /** The next token; its comments, and those before it, are in {@link #notes}. */
  YamlToken peek() {
    while (!drained && (head == null || head.next == null || head.next.next == null)) {
      fetch();
    }
    scan.handOut(head, notes);
    return head;
  }

  /** Steps over the token that {@link #peek} gave. */
  void skip() {
    head = head.next;
  }

  /** Every comment line that was met. */
  List<CommentLine> comments() {
    return scan.all();
  }

  boolean next(Token.ID id) {
    return peek().id == id;
  }

  /** One token that is in the text, with those that mean structure before it. */
  private void fetch() {
    gapFrom = scan.cursor.pos;
    try {
      boolean simpleKey = false;
      YamlToken token;
      do {
        scanner.peekToken();
        token = take(scanner.next());
        simpleKey |= token.id == Token.ID.Key && token.start == token.end;
      } while (!drained
          && (token.start == token.end && token.id != Token.ID.StreamStart
              || simpleKey && token.id != Token.ID.Value));
    } catch (YamlEngineException e) {
      throw unreadable(e).from(e);
    }
  }

  private YamlToken take(Token raw) {
    Token.ID id = raw.getTokenId();
    var startMark = raw.getStartMark().get();
    int start = index.at(startMark.getIndex());
    int end = index.at(raw.getEndMark().get().getIndex());
    boolean structure = start == end && id != Token.ID.StreamStart;
    if (id != Token.ID.StreamStart && start > scan.cursor.pos) {
      scan.gap(beforeTail, tail, start);
    }
    if (!structure || id == Token.ID.StreamEnd) {
      syntax.token(raw, start, end, scan.indent());
    } else if (id == Token.ID.Key) {
      syntax.simpleKey();
    }
    YamlToken token = new YamlToken(raw, start, end, startMark.getColumn(), scan.indent());
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
    return token;
  }

  /**
   * Blocks that end at one place move back together over comments; those that end only because the
   * document does start again.
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

  /** Moves the scan for comments behind the token, over a comment on its line. */
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
    if (token.token instanceof ScalarToken scalar) {
      afterScalar(token, scalar);
    } else {
      after(token);
    }
    switch (token.id) {
      case BlockEntry, DocumentStart, DocumentEnd, Directive -> {}
      default -> scan.behind(due);
    }
  }

  private void after(YamlToken token) {
    var mark = token.token.getEndMark().get();
    scan.cursor.after(token.end, mark.getLine(), mark.getColumn());
  }

  private void afterScalar(YamlToken token, ScalarToken scalar) {
    if (token.end - token.start > Limits.SCALAR_BYTES) {
      throw source
          .failure(token.start, "a value has more than " + Limits.SCALAR_BYTES + " bytes")
          .hintForPlain(FormatHints.encryptWhole());
    }
    var mark = scalar.getEndMark().get();
    ScalarStyle style = scalar.getStyle();
    if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      int hash = BlockScalars.headerComment(source.bytes, token.start);
      if (hash >= 0) {
        scan.inHeader(token.start, hash);
      }
      scan.cursor.afterOpenEnded(token.end, mark.getLine(), mark.getColumn());
    } else if (style == ScalarStyle.PLAIN) {
      scan.cursor.afterOpenEnded(token.end, mark.getLine(), mark.getColumn());
    } else {
      scan.cursor.after(token.end, mark.getLine(), mark.getColumn());
    }
  }

  private SealconfException unreadable(YamlEngineException e) {
    int offset = 0;
    if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
      offset =
          new ByteIndex(source.bytes, source.begin).at(marked.getProblemMark().get().getIndex());
    } else if (e instanceof org.snakeyaml.engine.v2.exceptions.ReaderException unprintable) {
      return source.failure(
          new ByteIndex(source.bytes, source.begin).at(unprintable.getPosition()),
          "the text has a character that YAML does not allow");
    }
    return source.failure(offset, "the text is not valid YAML");
  }
}
