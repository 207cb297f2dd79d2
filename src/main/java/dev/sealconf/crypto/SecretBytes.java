package dev.sealconf.crypto;

import java.util.Arrays;

/**
 * Bytes that must not be shown: a data key, a share, an identity. Closing wipes them (best effort:
 * the virtual machine may have copied them). Grep for {@code exposed} to see every place that looks
 * inside.
 */
public final class SecretBytes implements AutoCloseable {
  private final byte[] bytes;

  private SecretBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes the array over: the caller must not keep it. */
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
