package dev.sealconf.document.format;

/** Finds text in one-line comments that other programs read as a separate line. */
public final class HiddenLine {
  private HiddenLine() {}

  /**
   * Returns whether a comment has a carriage return that does not end its line. Other programs
   * start a new line there, and nothing authenticates an unencrypted comment.
   *
   * @param end the offset of the line feed or the end of the file
   */
  public static boolean isIn(byte[] in, int start, int end) {
    for (int i = start; i < end; i++) {
      if (in[i] == '\r' && i + 1 < end && in[i + 1] != '\n') {
        return true;
      }
    }
    return false;
  }
}
