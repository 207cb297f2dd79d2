package dev.sealconf.io.program;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Memory outside Java's heap for texts and lists of texts, in the form that C functions take. */
final class MemoryBlock {
  private final ByteBuffer bytes;
  private final long address;

  /** Allocates this many bytes, all zero. */
  MemoryBlock(int size) {
    bytes = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    address = CLibrary.address(bytes);
  }

  /** Returns how many bytes a list of texts takes. */
  static int size(List<byte[]> texts) {
    int size = Long.BYTES * 2;
    for (byte[] text : texts) {
      size += Long.BYTES + text.length + 1;
    }
    return size;
  }

  /** Stores a zero-terminated text and returns its address. */
  long text(byte[] text) {
    long start = address + bytes.position();
    bytes.put(text).put((byte) 0);
    return start;
  }

  /** Stores a zero-terminated list of text addresses and returns its address. */
  long list(List<byte[]> texts) {
    bytes.position((bytes.position() + Long.BYTES - 1) / Long.BYTES * Long.BYTES);
    int start = bytes.position();
    bytes.position(start + Long.BYTES * (texts.size() + 1));
    for (int i = 0; i < texts.size(); i++) {
      bytes.putLong(start + Long.BYTES * i, text(texts.get(i)));
    }
    return address + start;
  }

  /** Stores a word followed by zeros and returns its address. */
  long word(long value) {
    bytes.putLong(0, value);
    return address;
  }

  /** Overwrites the whole block. */
  void wipe() {
    for (int i = 0; i < bytes.capacity(); i++) {
      bytes.put(i, (byte) 0);
    }
  }
}
