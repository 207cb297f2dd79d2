package dev.sealconf.document;

/** How large a file may be before it is refused ({@code docs/security.md §limits}). */
public final class Limits {
  /** Bytes of a text file. */
  public static final int FILE_BYTES = 64 << 20;

  /** Nested maps and lists. */
  public static final int DEPTH = 512;

  /** Leaves and comments, aliases expanded. */
  public static final int LEAVES = 1_000_000;

  /** Bytes of one scalar. */
  public static final int SCALAR_BYTES = 16 << 20;

  private Limits() {}
}
