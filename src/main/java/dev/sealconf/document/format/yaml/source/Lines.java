package dev.sealconf.document.format.yaml.source;

import dev.sealconf.document.Splice;

/** Finds places around nodes in the bytes of a YAML file. */
public final class Lines {
  public final byte[] bytes;
  public final String eol;

  /** The lines of these bytes. */
  public Lines(byte[] bytes) {
    this.bytes = bytes;
    this.eol = YamlSource.lineEnding(bytes);
  }

  /** The start of the line that holds {@code offset}. */
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

  /** The end of the line that holds {@code offset}, before its line break. */
  public int end(int offset) {
    int at = offset;
    while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }

  /** Behind the line break of the line that holds {@code offset}, or the end of the file. */
  public int next(int offset) {
    int at = end(offset);
    if (at < bytes.length && bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n') {
      at++;
    }
    return Math.min(at + 1, bytes.length);
  }

  /** The start of the line behind {@code offset} that ends the document, or the end of the file. */
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

  /** A line break if the text before {@code offset} does not end with one. */
  public String breakBefore(int offset) {
    boolean begins = offset == 0 || hasMark() && offset == 3;
    return begins || bytes[offset - 1] == '\n' || bytes[offset - 1] == '\r' ? "" : eol;
  }

  /** Whole lines less; a file without a final line break stays one. */
  public Splice removal(int start, int end) {
    int from = start;
    boolean open = end == bytes.length && bytes[end - 1] != '\n' && bytes[end - 1] != '\r';
    if (open && from > 0 && bytes[from - 1] == '\n') {
      from -= from > 1 && bytes[from - 2] == '\r' ? 2 : 1;
    }
    return Splice.remove(from, end);
  }

  /** Whether only blanks are before {@code offset} on its line. */
  public boolean firstOnLine(int offset) {
    for (int at = start(offset); at < offset; at++) {
      if (bytes[at] != ' ' && bytes[at] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Over blanks, line breaks and comments from {@code offset} on. */
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

  /** Whether the line above that is neither blank nor a comment begins at {@code column}. */
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

  /** Whether a question mark, and blanks, are before a key. */
  public boolean isExplicit(int key) {
    int at = back(key);
    return at < key && at > 0 && bytes[at - 1] == '?' && (at == 1 || bytes[at - 2] <= ' ');
  }

  /** Whether the line that begins at {@code offset} holds nothing but blanks. */
  public boolean isBlank(int offset) {
    int at = offset;
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at == bytes.length || bytes[at] == '\n' || bytes[at] == '\r';
  }

  /** Behind the anchor and the tag that begin at {@code offset}, if there are any. */
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

  /** The text between two byte offsets. */
  public String text(int from, int to) {
    return new String(bytes, from, to - from, java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Back over blanks on the line. */
  public int back(int offset) {
    int at = offset;
    while (at > 0 && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t')) {
      at--;
    }
    return at;
  }

  /**
   * Behind the indicator {@code c}, which follows {@code offset} with nothing but a gap between, or
   * -1.
   */
  public int behind(char c, int offset) {
    int at = skipGap(offset);
    return at < bytes.length && bytes[at] == c ? at + 1 : -1;
  }

  /** {@code text}, made with {@code \n}, with the line ending of the file. */
  public String local(String text) {
    return eol.equals("\n") ? text : text.replace("\n", eol);
  }
}
