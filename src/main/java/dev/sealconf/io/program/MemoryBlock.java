package dev.sealconf.io.program;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Texts and lists of texts outside of Java's heap, as C functions take them. */
final class MemoryBlock {
  private final ByteBuffer bytes;
  private final long address;

  /** Of this many bytes, all zero. */
  MemoryBlock(int size) {
    bytes = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    address = CLibrary.address(bytes);
  }

  /** How many bytes a list of texts takes. */
  static int size(List<byte[]> texts) {
    int size = Long.BYTES * 2;
    for (byte[] text : texts) {
      size += Long.BYTES + text.length + 1;
    }
    return size;
  }

  /** The address of a text with a zero at its end. */
  long text(byte[] text) {
    long start = address + bytes.position();
    bytes.put(text).put((byte) 0);
    return start;
  }

  /** The address of a list of addresses of texts with a zero at its end. */
  long list(List<byte[]> texts) {
    bytes.position((bytes.position() + Long.BYTES - 1) / Long.BYTES * Long.BYTES);
    int start = bytes.position();
    bytes.position(start + Long.BYTES * (texts.size() + 1));
    for (int i = 0; i < texts.size(); i++) {
      bytes.putLong(start + Long.BYTES * i, text(texts.get(i)));
    }
    return address + start;
  }

  /** The address of a word with zeros behind it. */
  long word(long value) {
    bytes.putLong(0, value);
    return address;
  }

  /** Overwrites all of it. */
  void wipe() {
    for (int i = 0; i < bytes.capacity(); i++) {
      bytes.put(i, (byte) 0);
    }
  }
}
