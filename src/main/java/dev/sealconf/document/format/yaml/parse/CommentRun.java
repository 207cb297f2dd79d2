package dev.sealconf.document.format.yaml.parse;

import dev.sealconf.document.format.yaml.source.ByteCursor;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.tokens.Token;

/** Consecutive comment lines, with the empty lines between them, up to the next token. */
final class CommentRun {
  private final CommentScanner scan;
  private final ByteCursor cursor;
  private final YamlToken previous;
  private final int footLine;
  private final int base;
  private boolean firstEmpty;
  private boolean recentEmpty;
  private int from;
  private int due;
  private int start;
  private int startLine;
  private int startColumn;
  private int at;
  private int atLine;
  private int atColumn;
  private List<CommentLine> lines = new ArrayList<>();

  /**
   * @param previous the token that comments below it may belong to
   * @param from where the search for comments started
   * @param footPossible whether that was below the first line of the text
   */
  CommentRun(CommentScanner scan, YamlToken previous, int from, boolean footPossible) {
    this.scan = scan;
    this.cursor = scan.cursor;
    this.previous = previous;
    this.from = from;
    this.due = previous.mark;
    this.base = Math.max(scan.indent(), 0);
    this.firstEmpty = cursor.newlines <= 1;
    this.atLine = cursor.line;
    this.atColumn = cursor.column;
    int behindContent = cursor.newlines == 0 && cursor.column > 1 ? 1 : 0;
    this.footLine = footPossible ? cursor.line - cursor.newlines + 1 + behindContent : -1;
  }

  void read() {
    at = cursor.pos;
    while (at - cursor.pos < CommentScanner.LOOK_AHEAD) {
      atColumn++;
      if (at < cursor.bytes.length && cursor.isBlank(at)) {
        at++;
        continue;
      }
      boolean closesFlow =
          scan.flowDepth > 0
              && at < cursor.bytes.length
              && (cursor.bytes[at] == ']' || cursor.bytes[at] == '}');
      if (closesFlow || at >= cursor.bytes.length || cursor.isBreak(at)) {
        lineOver(closesFlow);
        if (!cursor.isBreak(at)) {
          break;
        }
        at++;
        continue;
      }
      if (!lines.isEmpty() && atColumn - 1 < base && atColumn != startColumn) {
        foot();
      }
      if (cursor.bytes[at] != '#') {
        break;
      }
      take();
    }
    if (!lines.isEmpty()) {
      scan.add(
          CommentBlock.block(
              CommentBlock.Place.HEAD, lines, start, start, startColumn, from, at - 1));
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
      } else if (!lines.isEmpty() && at < cursor.bytes.length) {
        lines.add(CommentLine.BLANK);
      }
    }
    if (cursor.isBreak(at)) {
      firstEmpty = false;
      recentEmpty = true;
      atColumn = 0;
      atLine++;
    }
  }

  private void foot() {
    scan.add(CommentBlock.block(CommentBlock.Place.FOOT, lines, due, start, startColumn, from, at));
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
    cursor.moveTo(at);
    lines.add(scan.takeLine());
    at = cursor.pos + 1;
    atColumn = 0;
    atLine = cursor.line;
  }
}
