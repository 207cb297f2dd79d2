package dev.sealconf.document.format;

/** Lines that other programs see in a comment of one line. */
public final class HiddenLine {
  private HiddenLine() {}

  /**
   * Whether a comment has a carriage return that does not end its line. Other programs read a line
   * there, and nothing authenticates a comment that is in clear.
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
