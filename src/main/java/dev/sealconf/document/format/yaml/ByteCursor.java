package dev.sealconf.document.format.yaml;

/** A place in the bytes of a text that moves forward over blanks, line breaks and tokens. */
final class ByteCursor {
  final byte[] bytes;

  /** Where it is: bytes, line and column (code points) from 0. */
  int pos;

  int line;
  int column;

  /** Line breaks since the last character that is not blank. */
  int newlines;

  ByteCursor(byte[] bytes, int from) {
    this.bytes = bytes;
    this.pos = from;
  }

  void skipBlanks() {
    while (pos < bytes.length && isBlank(pos)) {
      pos++;
      column++;
    }
  }

  void skipBreak() {
    pos += bytes[pos] == '\r' && pos + 1 < bytes.length && bytes[pos + 1] == '\n' ? 2 : 1;
    column = 0;
    line++;
    newlines++;
  }

  int lineEnd(int from) {
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

  boolean isBlank(int at) {
    return bytes[at] == ' ' || bytes[at] == '\t';
  }

  boolean isBreak(int at) {
    return at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r');
  }

  /** Whether a comment starts here. */
  boolean atComment() {
    return pos < bytes.length && bytes[pos] == '#';
  }

  /** Up to {@code target}, over blanks and line breaks. */
  void moveTo(int target) {
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
