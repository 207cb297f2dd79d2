package dev.sealconf.document.format.yaml.source;

/** A position in the bytes of a text that moves forward over blanks, line breaks and tokens. */
public final class ByteCursor {
  public final byte[] bytes;

  /** The current position: byte offset, line and column (code points), all from 0. */
  public int pos;

  public int line;
  public int column;

  /** The number of line breaks since the last character that is not blank. */
  public int newlines;

  /** Starts at a byte offset. */
  public ByteCursor(byte[] bytes, int from) {
    this.bytes = bytes;
    this.pos = from;
  }

  /** Skips spaces and tabs. */
  public void skipBlanks() {
    while (pos < bytes.length && isBlank(pos)) {
      pos++;
      column++;
    }
  }

  /** Skips one line break, if there is one. */
  public void skipBreak() {
    pos += bytes[pos] == '\r' && pos + 1 < bytes.length && bytes[pos + 1] == '\n' ? 2 : 1;
    column = 0;
    line++;
    newlines++;
  }

  /** Returns the offset of the line break that ends the line, or the end of the text. */
  public int lineEnd(int from) {
    int end = from;
    while (end < bytes.length && !isBreak(end)) {
      end++;
    }
    return end;
  }

  /** Continues after a token whose last character is at {@code end}, at this line and column. */
  public void after(int end, int endLine, int endColumn) {
    pos = end;
    line = endLine;
    column = endColumn;
    newlines = 0;
  }

  /** Continues after a scalar that includes the blanks and line breaks after it. */
  public void afterOpenEnded(int end, int endLine, int endColumn) {
    after(end, endLine, endColumn);
    int at = end;
    while (at > 0 && (isBlank(at - 1) || isBreak(at - 1))) {
      at--;
      if (bytes[at] == '\n' || bytes[at] == '\r' && !(at + 1 < end && bytes[at + 1] == '\n')) {
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

  /** Returns whether there is a space or tab at this offset. */
  public boolean isBlank(int at) {
    return bytes[at] == ' ' || bytes[at] == '\t';
  }

  /** Returns whether there is a line break at this offset. */
  public boolean isBreak(int at) {
    return at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r');
  }

  /** Returns whether a comment starts here. */
  public boolean atComment() {
    return pos < bytes.length && bytes[pos] == '#';
  }

  /** Moves to {@code target} over blanks and line breaks. */
  public void moveTo(int target) {
    while (pos < target) {
      if (isBreak(pos)) {
        skipBreak();
      } else {
        pos++;
        column++;
      }
    }
  }
}
