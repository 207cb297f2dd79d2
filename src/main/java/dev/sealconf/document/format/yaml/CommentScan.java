package dev.sealconf.document.format.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Finds the comments between tokens and decides which token each run of lines belongs to, as the
 * parser of SOPS (go-yaml 3.0.4) does. Where that parser is peculiar (a line ending of two bytes
 * counts as an empty line, no more than 512 bytes of blanks are looked over), so is this: the place
 * of a comment decides what its token authenticates.
 */
final class CommentScan {
  private static final int LOOK_AHEAD = 512;

  private final byte[] bytes;
  private final List<Remark> remarks = new ArrayList<>();
  private int firstWaiting;
  private final List<CommentLine> all = new ArrayList<>();

  /** Where the scan stands: bytes, line and column (code points) from 0. */
  private int pos;

  private int line;
  private int column;

  /** Line breaks since the last character that is not blank. */
  private int newlines;

  int flowDepth;
  private int[] indents = new int[16];
  private int depth;

  CommentScan(byte[] bytes, int from) {
    this.bytes = bytes;
    this.pos = from;
    indents[0] = -1;
  }

  /** Every comment line so far. */
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

  /** Where the gap before the next token begins. */
  int position() {
    return pos;
  }

  /** Looks over the gap between {@code previous} and the token at {@code tokenStart}. */
  void gap(YamlToken beforePrevious, YamlToken previous, int tokenStart) {
    int from = pos;
    int fromLine = line;
    while (true) {
      skipBlanks();
      headAfterDash(beforePrevious, previous);
      if (pos < bytes.length && bytes[pos] == '#') {
        comments(anchorOf(beforePrevious, previous), from, fromLine);
      }
      if (!isBreak(pos) || pos >= tokenStart) {
        return;
      }
      skipBreak();
    }
  }

  private static YamlToken anchorOf(YamlToken beforePrevious, YamlToken previous) {
    return previous.id == Token.ID.FlowEntry && beforePrevious != null ? beforePrevious : previous;
  }

  private void skipBlanks() {
    while (pos < bytes.length && isBlank(pos)) {
      pos++;
      column++;
    }
  }

  private void skipBreak() {
    pos += bytes[pos] == '\r' && pos + 1 < bytes.length && bytes[pos + 1] == '\n' ? 2 : 1;
    column = 0;
    line++;
    newlines++;
  }

  /** A comment on the line above a list's first dash heads what follows the dash. */
  private void headAfterDash(YamlToken beforePrevious, YamlToken previous) {
    if (remarks.isEmpty() || beforePrevious == null || isBreak(pos)) {
      return;
    }
    Remark last = remarks.get(remarks.size() - 1);
    if (beforePrevious.id == Token.ID.BlockSequenceStart
        && previous.id == Token.ID.BlockEntry
        && last.place == Remark.Place.LINE
        && !last.handedOut) {
      remarks.set(
          remarks.size() - 1,
          Remark.block(Remark.Place.HEAD, last.lines, last.due, last.start, 0, 0, 0));
    }
  }

  private void comments(YamlToken previous, int gapStart, int gapLine) {
    new CommentRun(previous, gapStart, gapLine > 0).read();
  }

  /** Takes the comment, if there is one, that stands behind a token on its line. */
  void behind(int due) {
    if (newlines > 0) {
      return;
    }
    int at = pos;
    while (at < bytes.length && isBlank(at) && at - pos < LOOK_AHEAD) {
      at++;
    }
    if (at < bytes.length && bytes[at] == '#' && at - pos < LOOK_AHEAD) {
      column += at - pos;
      pos = at;
      remarks.add(Remark.line(takeLine(), due));
    }
  }

  /** The comment in the header of a block scalar that starts at {@code start}. */
  void inHeader(int start, int hash) {
    remarks.add(Remark.line(lineAt(hash, lineEnd(hash)), start));
  }

  private CommentLine takeLine() {
    int end = lineEnd(pos);
    CommentLine taken = lineAt(pos, end);
    pos = end;
    newlines = 0;
    return taken;
  }

  private CommentLine lineAt(int hash, int end) {
    String text = new String(bytes, hash + 1, end - hash - 1, StandardCharsets.UTF_8);
    CommentLine found = new CommentLine(text, hash + 1, end);
    all.add(found);
    return found;
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < bytes.length && !isBreak(end)) {
      end++;
    }
    return end;
  }

  /** Goes on behind a token whose last character is at {@code end}, at this line and column. */
  void after(int end, int endLine, int endColumn) {
    pos = end;
    line = endLine;
    column = endColumn;
    newlines = 0;
  }

  /** Goes on behind a scalar that takes the blanks and line breaks after it. */
  void afterOpenEnded(int end, int endLine, int endColumn) {
    after(end, endLine, endColumn);
    int at = end;
    while (at > 0 && (isBlank(at - 1) || isBreak(at - 1))) {
      at--;
      if (bytes[at] == '\n' || bytes[at] == '\r' && bytes[at + 1] != '\n') {
        newlines++;
      }
    }
    while (pos < bytes.length && (isBlank(pos) || isBreak(pos))) {
      if (isBreak(pos)) {
        skipBreak();
      } else {
        pos++;
        column++;
      }
    }
  }

  /**
   * Where comments see the end of a block: before comments that are indented like it, else at
   * {@code mark}.
   */
  int endOfBlock(int mark) {
    int stop = mark;
    int found = mark;
    for (int i = remarks.size() - 1; i >= 0; i--) {
      Remark remark = remarks.get(i);
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

  /** Hands out what waits for this token. */
  void handOut(YamlToken token, Notes to) {
    while (firstWaiting < remarks.size() && token.mark >= remarks.get(firstWaiting).due) {
      Remark remark = remarks.get(firstWaiting);
      switch (remark.place) {
        case HEAD -> {
          if (token.id == Token.ID.BlockEnd) {
            return;
          }
          to.head = Notes.join(to.head, remark.lines);
        }
        case FOOT -> to.foot = Notes.join(to.foot, remark.lines);
        case LINE -> to.line = Notes.join(to.line, remark.lines);
      }
      remark.handedOut = true;
      firstWaiting++;
    }
  }

  private boolean isBlank(int at) {
    return bytes[at] == ' ' || bytes[at] == '\t';
  }

  private boolean isBreak(int at) {
    return at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r');
  }

  /** One run of comment lines with the empty lines between them, up to the next token. */
  private final class CommentRun {
    private final YamlToken previous;
    private final int footLine;
    private final int base = Math.max(indent(), 0);
    private boolean firstEmpty = newlines <= 1;
    private boolean recentEmpty;
    private int from;
    private int due;
    private int start;
    private int startLine;
    private int startColumn;
    private int at;
    private int atLine = line;
    private int atColumn = column;
    private List<CommentLine> lines = new ArrayList<>();

    CommentRun(YamlToken previous, int from, boolean footPossible) {
      this.previous = previous;
      this.from = from;
      this.due = previous.mark;
      this.footLine =
          footPossible ? line - newlines + 1 + (newlines == 0 && column > 1 ? 1 : 0) : -1;
    }

    void read() {
      at = pos;
      while (at - pos < LOOK_AHEAD) {
        atColumn++;
        if (at < bytes.length && isBlank(at)) {
          at++;
          continue;
        }
        boolean closesFlow =
            flowDepth > 0 && at < bytes.length && (bytes[at] == ']' || bytes[at] == '}');
        if (closesFlow || at >= bytes.length || isBreak(at)) {
          lineOver(closesFlow);
          if (!isBreak(at)) {
            break;
          }
          at++;
          continue;
        }
        if (!lines.isEmpty() && atColumn - 1 < base && atColumn != startColumn) {
          foot();
        }
        if (bytes[at] != '#') {
          break;
        }
        take();
      }
      if (!lines.isEmpty()) {
        remarks.add(
            Remark.block(Remark.Place.HEAD, lines, start, start, startColumn, from, at - 1));
      }
    }

    private void lineOver(boolean closesFlow) {
      if (closesFlow || !recentEmpty) {
        boolean dedented = startColumn - 1 < base;
        boolean below = startLine == footLine && previous.id != Token.ID.Value;
        if (closesFlow || firstEmpty && (below || dedented)) {
          if (!lines.isEmpty()) {
            if (dedented) {
              due = start;
            }
            foot();
          }
        } else if (!lines.isEmpty() && at < bytes.length) {
          lines.add(CommentLine.BLANK);
        }
      }
      if (isBreak(at)) {
        firstEmpty = false;
        recentEmpty = true;
        atColumn = 0;
        atLine++;
      }
    }

    private void foot() {
      remarks.add(Remark.block(Remark.Place.FOOT, lines, due, start, startColumn, from, at));
      from = at;
      due = at;
      lines = new ArrayList<>();
    }

    private void take() {
      if (lines.isEmpty()) {
        start = at;
        startLine = atLine;
        startColumn = atColumn;
      }
      recentEmpty = false;
      while (pos < at) {
        if (isBreak(pos)) {
          skipBreak();
        } else {
          pos++;
          column++;
        }
      }
      lines.add(takeLine());
      at = pos + 1;
      atColumn = 0;
      atLine = line;
    }
  }
}
