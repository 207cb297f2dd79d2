package dev.sealconf.document;

/** How large a file may be before it is refused ({@code docs/security.md §limits}). */
public final class Limits {
  /** Bytes of a file that is read as text, and of a sealed binary file. */
  public static final int FILE_BYTES = 64 << 20;

  /** Bytes of a YAML, JSON, INI or ENV file, plain or sealed. */
  public static final int TEXT_BYTES = 32 << 20;

  /** Nested maps and lists. */
  public static final int DEPTH = 512;

  /** Values, comments, maps and lists, aliases expanded. */
  public static final int LEAVES = 100_000;

  /** Those of them that are read through aliases. */
  public static final int ALIASED_PLACES = 50_000;

  /** Characters of values, keys and comments that are read through aliases. */
  public static final int ALIASED_CHARACTERS = 32 << 20;

  /**
   * Characters of the keys on the paths of all values that are sealed, each path counted whole: a
   * token authenticates its path.
   */
  public static final int PATH_CHARACTERS = 32 << 20;

  /** Bytes of one scalar. */
  public static final int SCALAR_BYTES = 16 << 20;

  private Limits() {}
}
