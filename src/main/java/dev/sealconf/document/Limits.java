package dev.sealconf.document;

/** Limits on what is read ({@code docs/security.md §limits}). Larger files are refused. */
public final class Limits {
  /** The maximum size of a file that is read as text, and of a sealed binary file, in bytes. */
  public static final int FILE_BYTES = 64 << 20;

  /** The maximum size of a file in any format with keys and values, plain or sealed, in bytes. */
  public static final int TEXT_BYTES = 32 << 20;

  /** The maximum nesting of maps and lists. */
  public static final int DEPTH = 512;

  /** The maximum number of values, comments, maps and lists after aliases are expanded. */
  public static final int LEAVES = 100_000;

  /** The maximum number of those that are read through aliases. */
  public static final int ALIASED_PLACES = 50_000;

  /**
   * The maximum number of characters of values, keys and comments that are read through aliases.
   */
  public static final int ALIASED_CHARACTERS = 32 << 20;

  /**
   * The maximum number of characters of the keys on the paths of all sealed values. Each path
   * counts in full, because a token authenticates its path.
   */
  public static final int PATH_CHARACTERS = 32 << 20;

  /** The maximum size of one scalar in bytes. */
  public static final int SCALAR_BYTES = 16 << 20;

  private Limits() {}
}
