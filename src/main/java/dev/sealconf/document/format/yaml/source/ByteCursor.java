package dev.sealconf.document.format.yaml.source;

/** A place in the bytes of a text that moves forward over blanks, line breaks and tokens. */
public final class ByteCursor {
  public final byte[] bytes;

  /** Where it is: bytes, line and column (code points) from 0. */
  public int pos;

  public int line;
  public int column;

  /** Line breaks since the last character that is not blank. */
  public int newlines;

  /** Starts at a byte offset. */
  public ByteCursor(byte[] bytes, int from) {
    this.bytes = bytes;
    this.pos = from;
  }

  /** Moves on over spaces and tabs. */
  public void skipBlanks() {
    while (pos < bytes.length && isBlank(pos)) {
      pos++;
      column++;
    }
  }

  /** Moves on over one line break, if it is next. */
  public void skipBreak() {
    pos += bytes[pos] == '\r' && pos + 1 < bytes.length && bytes[pos + 1] == '\n' ? 2 : 1;
    column = 0;
    line++;
    newlines++;
  }

  /** The offset of the line break that ends the line, or of the end of the text. */
  public int lineEnd(int from) {
    int end = from;
    while (end < bytes.length && !isBreak(end)) {
      end++;
    }
    return end;
  }

  /** Goes on behind a token whose last character is at {@code end}, at this line and column. */
  public void after(int end, int endLine, int endColumn) {
    pos = end;
    line = endLine;
    column = endColumn;
    newlines = 0;
  }

  /** Goes on behind a scalar that takes the blanks and line breaks after it. */
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

  /** Whether a space or tab is at this offset. */
  public boolean isBlank(int at) {
    return bytes[at] == ' ' || bytes[at] == '\t';
  }

  /** Whether a line break is at this offset. */
  public boolean isBreak(int at) {
    return at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r');
  }

  /** Whether a comment starts here. */
  public boolean atComment() {
    return pos < bytes.length && bytes[pos] == '#';
  }

  /** Up to {@code target}, over blanks and line breaks. */
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
