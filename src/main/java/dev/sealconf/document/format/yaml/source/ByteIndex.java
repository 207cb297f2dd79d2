package dev.sealconf.document.format.yaml.source;

/**
 * Converts offsets in code points to byte offsets. Offsets must not go back by more than one token.
 * Takes linear time over all calls.
 */
public final class ByteIndex {
  private final byte[] bytes;
  private int codePoint;
  private int offset;

  /** Starts at byte {@code from}, which is code point 0. */
  public ByteIndex(byte[] bytes, int from) {
    this.bytes = bytes;
    this.offset = from;
  }

  /** Returns the byte offset of a code point. */
  public int at(int target) {
    while (codePoint < target) {
      codePoint++;
      offset++;
      while (offset < bytes.length && (bytes[offset] & 0xC0) == 0x80) {
        offset++;
      }
    }
    while (codePoint > target) {
      codePoint--;
      offset--;
      while ((bytes[offset] & 0xC0) == 0x80) {
        offset--;
      }
    }
    return offset;
  }
}
