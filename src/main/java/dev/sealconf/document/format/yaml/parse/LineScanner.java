package dev.sealconf.document.format.yaml.parse;

import java.util.Arrays;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Finds the tokens of simple YAML: block maps and lists whose keys and values each fit on one line,
 * comments, and literal blocks without empty lines. It reads one entry of the root at a time, and
 * gives up on an entry that has anything else, even an error.
 */
final class LineScanner {
  private static final int NO_SCALAR = Integer.MAX_VALUE;

  private final byte[] in;
  private final LineScalars scalars;

  /** The columns of the open blocks; the first is -1, for the outside. */
  private int[] indents = new int[16];

  private int depth;

  /** What to read next: its offset, the start of its line, and the number of that line. */
  private int at;

  private int lineStart;
  private int line;

  /**
   * The indentation around the last value, if a more deeply indented line would continue the value.
   */
  private int scalarIndent = NO_SCALAR;

  private int entryStart;
  private int entryLine;
  private int entryDepth;
  private boolean entryHasKey;
  private YamlToken head;
  private YamlToken tail;

  LineScanner(byte[] in) {
    this.in = in;
    this.scalars = new LineScalars(in);
    indents[0] = -1;
  }

  static YamlToken streamStart() {
    return new YamlToken(Token.ID.StreamStart, 0, 0, 0, 0, 0, null, null, null);
  }

  /** Returns the offset of the entry that was read last or could not be read. */
  int entryStart() {
    return entryStart;
  }

  /** Returns the line number of that entry, from 0. */
  int entryLine() {
    return entryLine;
  }

  /** Returns whether the entry starts with a key of a map that started before it. */
  boolean entryHasKey() {
    return entryHasKey;
  }

  /**
   * Returns the tokens of the next entry of the root, as a chain. The last entry includes the
   * tokens at the end of the text. Returns null if this class can't read the entry.
   */
  YamlToken entry() {
    head = null;
    tail = null;
    entryHasKey = false;
    while (true) {
      int text = nextContent();
      if (text == in.length) {
        unwind(-1, text);
        written(Token.ID.StreamEnd, text, text);
        return head;
      }
      int column = text - lineStart;
      boolean start = column == 0 && isDocumentStart(text);
      if (head != null && column == 0 && (start || in[text] != '-')) {
        return head;
      }
      if (head == null) {
        entryStart = text;
        entryLine = line;
        entryDepth = depth;
      }
      if (start) {
        documentStart(text);
      } else if (column > scalarIndent || column == 0 && isMarker(text) || !content(text)) {
        return null;
      }
    }
  }

  /**
   * Returns the ends of the blocks before the entry that could not be read, if it is in the root
   * map; null if there are none.
   */
  YamlToken endsBeforeEntry() {
    head = null;
    tail = null;
    lineStart = entryStart;
    line = entryLine;
    for (int i = 1; i < entryDepth; i++) {
      written(Token.ID.BlockEnd, entryStart, entryStart);
    }
    return head;
  }

  /** Skips blank lines and comments. */
  private int nextContent() {
    int text = at;
    while (text < in.length) {
      byte b = in[text];
      if (b == ' ') {
        text++;
      } else if (b == '#') {
        text = scalars.lineEnd(text);
      } else if (b == '\n') {
        lineStart = ++text;
        line++;
      } else {
        break;
      }
    }
    at = text;
    return text;
  }

  private boolean isDocumentStart(int text) {
    return isMarker(text) && in[text] == '-' && scalars.atLineEnd(text + 3);
  }

  /** Returns whether a document marker starts, or may start, in the first column. */
  private boolean isMarker(int text) {
    return text + 2 < in.length
        && (in[text] == '-' || in[text] == '.')
        && in[text + 1] == in[text]
        && in[text + 2] == in[text];
  }

  private void documentStart(int text) {
    unwind(-1, text);
    written(Token.ID.DocumentStart, text, text + 3);
    scalarIndent = NO_SCALAR;
    behind(text);
  }

  /** Reads a line from its first character that is not blank; returns false if it can't. */
  private boolean content(int from) {
    unwind(from - lineStart, from);
    scalarIndent = NO_SCALAR;
    int text = from;
    while (in[text] == '-' && scalars.endsWord(text + 1)) {
      begin(Token.ID.BlockSequenceStart, text);
      written(Token.ID.BlockEntry, text, text + 1);
      int dash = text;
      text = scalars.blanks(dash + 1);
      if (scalars.atLineEnd(text) || in[text] == '#') {
        return behind(text);
      }
    }
    boolean item = text > from;
    if (item && in[text] == '|') {
      return block(text);
    }
    if (!scalars.read(text)) {
      return false;
    }
    int colon = scalars.blanks(scalars.end());
    if (colon < in.length && in[colon] == ':' && scalars.endsWord(colon + 1)) {
      return colon - text <= LineScalars.LONGEST_KEY && entry(text, colon);
    }
    return item && value(text);
  }

  private boolean entry(int key, int colon) {
    entryHasKey |= key == entryStart && depth > 0;
    begin(Token.ID.BlockMappingStart, key);
    written(Token.ID.Key, key, key);
    scalar(key, key - lineStart, scalars.end() - lineStart);
    written(Token.ID.Value, colon, colon + 1);
    int value = scalars.blanks(colon + 1);
    if (scalars.atLineEnd(value) || in[value] == '#') {
      return behind(value);
    }
    if (in[value] == '|') {
      return block(value);
    }
    if (value + 1 < in.length && isEmptyPair(in[value], in[value + 1])) {
      return emptyPair(value);
    }
    return scalars.read(value) && value(value);
  }

  private static boolean isEmptyPair(byte first, byte second) {
    return first == '{' && second == '}' || first == '[' && second == ']';
  }

  private boolean emptyPair(int text) {
    boolean map = in[text] == '{';
    written(map ? Token.ID.FlowMappingStart : Token.ID.FlowSequenceStart, text, text + 1);
    written(map ? Token.ID.FlowMappingEnd : Token.ID.FlowSequenceEnd, text + 1, text + 2);
    scalarIndent = indents[depth];
    int end = scalars.blanks(text + 2);
    return scalars.atLineEnd(end) && behind(end);
  }

  /** Takes the value that was read, if it ends its line. */
  private boolean value(int text) {
    scalar(text, text - lineStart, scalars.end() - lineStart);
    scalarIndent = indents[depth];
    int end = scalars.blanks(scalars.end());
    return (scalars.atLineEnd(end) || in[end] == '#' && end > scalars.end()) && behind(end);
  }

  private boolean block(int text) {
    if (!scalars.readBlock(text, indents[depth])) {
      return false;
    }
    int column = text - lineStart;
    at = scalars.end();
    lineStart = at;
    line += scalars.lines();
    scalarIndent = indents[depth];
    scalar(text, column, 0);
    return true;
  }

  /** Skips the rest of a line that has at most a comment left. */
  private boolean behind(int from) {
    at = scalars.lineEnd(from);
    if (at < in.length) {
      lineStart = ++at;
      line++;
    }
    return true;
  }

  private void begin(Token.ID id, int text) {
    int column = text - lineStart;
    if (indents[depth] < column) {
      if (++depth == indents.length) {
        indents = Arrays.copyOf(indents, depth * 2);
      }
      indents[depth] = column;
      written(id, text, text);
    }
  }

  private void unwind(int column, int text) {
    while (indents[depth] > column) {
      depth--;
      written(Token.ID.BlockEnd, text, text);
    }
  }

  private void written(Token.ID id, int start, int end) {
    add(new YamlToken(id, start, end, start - lineStart, line, end - lineStart, null, null, null));
  }

  private void scalar(int start, int column, int endColumn) {
    int end = scalars.end();
    add(
        new YamlToken(
            Token.ID.Scalar,
            start,
            end,
            column,
            line,
            endColumn,
            scalars.value(),
            scalars.style(),
            null));
  }

  private void add(YamlToken token) {
    if (tail == null) {
      head = token;
    } else {
      tail.next = token;
    }
    tail = token;
  }
}
