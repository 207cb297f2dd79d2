package dev.sealconf.crypto;

import java.util.Arrays;

/**
 * Bytes that no message may show, such as a data key, a share or an identity. Closing overwrites
 * them with zeros, although the virtual machine may have copied them before. Search for {@code
 * exposed} to find every place that reads them.
 */
public final class SecretBytes implements AutoCloseable {
  private final byte[] bytes;

  private SecretBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Wraps this array without copying it. The caller must not use the array afterwards. */
  public static SecretBytes owning(byte[] bytes) {
    return new SecretBytes(bytes);
  }

  /** Returns the bytes themselves, not a copy. They are valid until {@link #close}. */
  public byte[] exposed() {
    return bytes;
  }

  /** Returns the number of bytes. */
  public int length() {
    return bytes.length;
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "SecretBytes";
  }
}
