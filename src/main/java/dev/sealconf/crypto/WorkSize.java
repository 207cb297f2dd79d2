package dev.sealconf.crypto;

/** Where the work of a process stops being small. */
final class WorkSize {
  private static final int VALUES = 1_000;
  private static final long BYTES = 256 * 1024;

  private WorkSize() {}

  static boolean large(int values, long bytes) {
    return values >= VALUES || bytes >= BYTES;
  }
}
