package dev.sealconf.document.format.yaml.source;

import dev.sealconf.document.Splice;

/** Finds positions around nodes in the bytes of a YAML file. */
public final class Lines {
  public final byte[] bytes;
  public final String eol;

  /** Uses these bytes. */
  public Lines(byte[] bytes) {
    this.bytes = bytes;
    this.eol = YamlSource.lineEnding(bytes);
  }

  /** Returns the start of the line that contains {@code offset}. */
  public int start(int offset) {
    int at = offset;
    while (at > 0 && bytes[at - 1] != '\n' && bytes[at - 1] != '\r') {
      at--;
    }
    return at == 0 && hasMark() ? Math.min(3, offset) : at;
  }

  private boolean hasMark() {
    return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB;
  }

  /** Returns the end of the line that contains {@code offset}, before its line break. */
  public int end(int offset) {
    int at = offset;
    while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }

  /**
   * Returns the start of the line after the one that contains {@code offset}, or the end of the
   * file.
   */
  public int next(int offset) {
    int at = end(offset);
    if (at < bytes.length && bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n') {
      at++;
    }
    return Math.min(at + 1, bytes.length);
  }

  /**
   * Returns the start of the next line after {@code offset} that ends the document, or the end of
   * the file.
   */
  public int documentEnd(int offset) {
    int at = next(offset);
    while (at < bytes.length && !isMarker(at)) {
      at = next(at);
    }
    return at;
  }

  private boolean isMarker(int at) {
    byte mark = bytes[at];
    return (mark == '-' || mark == '.')
        && at + 2 < bytes.length
        && bytes[at + 1] == mark
        && bytes[at + 2] == mark
        && (at + 3 == bytes.length || " \t\r\n".indexOf(bytes[at + 3]) >= 0);
  }

  /** Returns a line break if the text before {@code offset} does not end with one. */
  public String breakBefore(int offset) {
    boolean begins = offset == 0 || hasMark() && offset == 3;
    return begins || bytes[offset - 1] == '\n' || bytes[offset - 1] == '\r' ? "" : eol;
  }

  /** Removes whole lines. A file without a final line break stays without one. */
  public Splice removal(int start, int end) {
    int from = start;
    boolean open = end == bytes.length && bytes[end - 1] != '\n' && bytes[end - 1] != '\r';
    if (open && from > 0 && bytes[from - 1] == '\n') {
      from -= from > 1 && bytes[from - 2] == '\r' ? 2 : 1;
    }
    return Splice.remove(from, end);
  }

  /** Returns whether only blanks precede {@code offset} on its line. */
  public boolean firstOnLine(int offset) {
    for (int at = start(offset); at < offset; at++) {
      if (bytes[at] != ' ' && bytes[at] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Skips blanks, line breaks and comments from {@code offset} on. */
  public int skipGap(int offset) {
    int at = offset;
    while (at < bytes.length) {
      byte b = bytes[at];
      if (b == '#') {
        at = next(at);
      } else if (b == ' ' || b == '\t' || b == '\n' || b == '\r') {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  /**
   * Returns whether the nearest line above that is neither blank nor a comment starts at {@code
   * column}.
   */
  public boolean keyAbove(int offset, int column) {
    int line = start(offset);
    while (line > 0) {
      line = start(line - 1);
      int text = line;
      while (bytes[text] == ' ') {
        text++;
      }
      if (!isBlank(line) && bytes[text] != '#') {
        return text - line == column;
      }
    }
    return false;
  }

  /** Returns whether a question mark and blanks precede a key. */
  public boolean isExplicit(int key) {
    int at = back(key);
    return at < key && at > 0 && bytes[at - 1] == '?' && (at == 1 || bytes[at - 2] <= ' ');
  }

  /** Returns whether the line that starts at {@code offset} is blank. */
  public boolean isBlank(int offset) {
    int at = offset;
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at == bytes.length || bytes[at] == '\n' || bytes[at] == '\r';
  }

  /** Skips the anchor and the tag at {@code offset}, if there are any. */
  public int skipProperties(int offset) {
    int end = offset;
    int at = offset;
    while (at < bytes.length && (bytes[at] == '&' || bytes[at] == '!')) {
      while (at < bytes.length && (bytes[at] > ' ' || bytes[at] < 0)) {
        at++;
      }
      end = at;
      at = skipGap(at);
    }
    return end;
  }

  /** Returns the text between two byte offsets. */
  public String text(int from, int to) {
    return new String(bytes, from, to - from, java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Moves back over blanks on the line. */
  public int back(int offset) {
    int at = offset;
    while (at > 0 && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t')) {
      at--;
    }
    return at;
  }

  /**
   * Returns the offset after the indicator {@code c}, if only a gap separates it from {@code
   * offset}; otherwise -1.
   */
  public int behind(char c, int offset) {
    int at = skipGap(offset);
    return at < bytes.length && bytes[at] == c ? at + 1 : -1;
  }

  /** Returns {@code text}, which uses {@code \n}, with the line ending of the file. */
  public String local(String text) {
    return eol.equals("\n") ? text : text.replace("\n", eol);
  }
}
