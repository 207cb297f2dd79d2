package dev.sealconf.document.format.yaml.parse;

import dev.sealconf.document.Limits;
import dev.sealconf.document.format.yaml.source.ByteCursor;
import dev.sealconf.document.format.yaml.source.YamlSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Finds the comments between tokens and decides which token they belong to, as the parser of SOPS
 * (go-yaml 3.0.4) does. It copies that parser's quirks (a two-byte line ending counts as an empty
 * line; it skips at most 512 bytes of blanks), because the token of a comment authenticates the
 * comment's place.
 */
final class CommentScanner {
  static final int LOOK_AHEAD = 512;

  final ByteCursor cursor;

  private final YamlSource source;
  private final List<CommentBlock> remarks = new ArrayList<>();
  private int firstWaiting;
  private final List<CommentLine> all = new ArrayList<>();

  /** The number of open brackets. */
  int flowDepth;

  private int[] indents = new int[16];
  private int depth;

  CommentScanner(YamlSource source) {
    this.source = source;
    this.cursor = new ByteCursor(source.bytes, source.begin);
    indents[0] = -1;
  }

  /** Returns every comment line so far. */
  List<CommentLine> all() {
    return all;
  }

  int indent() {
    return indents[depth];
  }

  void push(int indent) {
    if (++depth == indents.length) {
      indents = java.util.Arrays.copyOf(indents, depth * 2);
    }
    indents[depth] = indent;
  }

  /** Scans the gap between {@code previous} and the token at {@code tokenStart}. */
  void gap(YamlToken beforePrevious, YamlToken previous, int tokenStart) {
    int from = cursor.pos;
    int fromLine = cursor.line;
    while (true) {
      cursor.skipBlanks();
      headAfterDash(beforePrevious, previous);
      if (cursor.atComment()) {
        new CommentRun(this, anchorOf(beforePrevious, previous), from, fromLine > 0).read();
      }
      if (!cursor.isBreak(cursor.pos) || cursor.pos >= tokenStart) {
        return;
      }
      cursor.skipBreak();
    }
  }

  private static YamlToken anchorOf(YamlToken beforePrevious, YamlToken previous) {
    return previous.id == Token.ID.FlowEntry && beforePrevious != null ? beforePrevious : previous;
  }

  /** Moves a comment on the line above a list's first dash to what follows the dash. */
  private void headAfterDash(YamlToken beforePrevious, YamlToken previous) {
    if (remarks.isEmpty() || beforePrevious == null || cursor.isBreak(cursor.pos)) {
      return;
    }
    CommentBlock last = remarks.get(remarks.size() - 1);
    if (beforePrevious.id == Token.ID.BlockSequenceStart
        && previous.id == Token.ID.BlockEntry
        && last.place == CommentBlock.Place.LINE
        && !last.handedOut) {
      remarks.set(
          remarks.size() - 1,
          CommentBlock.block(CommentBlock.Place.HEAD, last.lines, last.due, last.start, 0, 0, 0));
    }
  }

  /** Takes the comment on the same line after a token, if there is one. */
  void behind(int due) {
    if (cursor.newlines > 0) {
      return;
    }
    int at = cursor.pos;
    int limit = Math.min(cursor.bytes.length, at + LOOK_AHEAD);
    while (at < limit && cursor.isBlank(at)) {
      at++;
    }
    if (at < limit && cursor.bytes[at] == '#') {
      cursor.moveTo(at);
      add(CommentBlock.line(takeLine(), due));
    }
  }

  void add(CommentBlock remark) {
    remarks.add(remark);
  }

  /** Takes the comment in the header of a block scalar that starts at {@code start}. */
  void inHeader(int start, int hash) {
    add(CommentBlock.line(lineAt(hash, cursor.lineEnd(hash)), start));
  }

  /** Returns the comment at the cursor, and moves the cursor past it. */
  CommentLine takeLine() {
    int end = cursor.lineEnd(cursor.pos);
    CommentLine taken = lineAt(cursor.pos, end);
    cursor.pos = end;
    cursor.newlines = 0;
    return taken;
  }

  private CommentLine lineAt(int hash, int end) {
    String text = new String(cursor.bytes, hash + 1, end - hash - 1, StandardCharsets.UTF_8);
    CommentLine found = new CommentLine(text, hash + 1, end);
    all.add(found);
    if (all.size() > Limits.LEAVES) {
      throw AliasLimits.tooMany(source, hash);
    }
    return found;
  }

  /**
   * Returns where a block ends as far as comments are concerned: before comments that are indented
   * like it, otherwise at {@code mark}.
   */
  int endOfBlock(int mark) {
    int stop = mark;
    int found = mark;
    for (int i = remarks.size() - 1; i >= 0; i--) {
      CommentBlock remark = remarks.get(i);
      if (remark.handedOut || remark.end < stop) {
        break;
      }
      if (remark.column == indent() + 1) {
        found = remark.start;
      }
      stop = remark.searchedFrom;
    }
    depth--;
    return found;
  }

  /** Hands out the comments that wait for this token. */
  void handOut(YamlToken token, PendingComments to) {
    while (firstWaiting < remarks.size() && token.mark >= remarks.get(firstWaiting).due) {
      CommentBlock remark = remarks.get(firstWaiting);
      switch (remark.place) {
        case HEAD -> {
          if (token.id == Token.ID.BlockEnd) {
            return;
          }
          to.head = PendingComments.join(to.head, remark.lines);
        }
        case FOOT -> to.foot = PendingComments.join(to.foot, remark.lines);
        case LINE -> to.line = PendingComments.join(to.line, remark.lines);
      }
      remark.handedOut = true;
      firstWaiting++;
    }
  }
}
