package dev.sealconf.crypto;

import java.util.Arrays;

/**
 * Bytes that no message may show: a data key, a share, an identity. Closing overwrites them with
 * zeros, though the virtual machine may have copied them before. Search for {@code exposed} to find
 * every place that reads them.
 */
public final class SecretBytes implements AutoCloseable {
  private final byte[] bytes;

  private SecretBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Holds this array itself: the caller must not use it afterwards. */
  public static SecretBytes owning(byte[] bytes) {
    return new SecretBytes(bytes);
  }

  /** The bytes themselves, not a copy; valid until {@link #close}. */
  public byte[] exposed() {
    return bytes;
  }

  /** The number of bytes. */
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
