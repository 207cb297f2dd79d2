package dev.sealconf.document.format.yaml;

/**
 * Turns offsets in code points, which must not go back by more than one token, into byte offsets.
 * Linear in the text over all calls.
 */
final class ByteIndex {
  private final byte[] bytes;
  private int codePoint;
  private int offset;

  /** Starts at byte {@code from}, which is code point 0. */
  ByteIndex(byte[] bytes, int from) {
    this.bytes = bytes;
    this.offset = from;
  }

  int at(int target) {
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
