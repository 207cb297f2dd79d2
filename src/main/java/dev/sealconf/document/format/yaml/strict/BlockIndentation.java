package dev.sealconf.document.format.yaml.strict;

/** Refuses tabs where SOPS expects the indentation of a block scalar. */
final class BlockIndentation {
  private final byte[] bytes;
  private final Refusal refusal;
  private int width;

  BlockIndentation(byte[] bytes, Refusal refusal) {
    this.bytes = bytes;
    this.refusal = refusal;
  }

  /**
   * Checks a block scalar with its header.
   *
   * @param indent the column of the enclosing block collection, -1 at the root
   */
  void check(int start, int end, int indent) {
    int at = start;
    while (at < end && !isBreak(at)) {
      boolean digit = bytes[at] >= '1' && bytes[at] <= '9';
      if (digit && at <= start + 2 && width == 0) {
        width = Math.max(indent, 0) + bytes[at] - '0';
      }
      at++;
    }
    int deepest = Math.max(indent + 1, 1);
    while (at < end) {
      at = next(at, end);
      int column = 0;
      while (at < end && bytes[at] == ' ' && (width == 0 || column < width)) {
        column++;
        at++;
      }
      if (at < end && bytes[at] == '\t' && (width == 0 || column < width)) {
        throw refusal.at(
            at,
            "a tab in the indentation of a block scalar, which SOPS rejects",
            "write the indentation in the header, such as |2");
      }
      deepest = Math.max(deepest, column);
      if (at < end && !isBreak(at)) {
        width = width == 0 ? deepest : width;
      }
      while (at < end && !isBreak(at)) {
        at++;
      }
    }
  }

  /** Returns the offset after the line break at an offset. */
  private int next(int at, int end) {
    boolean pair = bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n';
    return at + (pair ? 2 : 1);
  }

  private boolean isBreak(int at) {
    return bytes[at] == '\n' || bytes[at] == '\r';
  }
}
