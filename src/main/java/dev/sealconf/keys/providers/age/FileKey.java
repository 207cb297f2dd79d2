package dev.sealconf.keys.providers.age;

/** Lengths of the key that encrypts one age file. */
final class FileKey {
  /** The key itself, in bytes. */
  static final int LENGTH = 16;

  /** The key and a tag. */
  static final int SEALED = LENGTH + 16;

  private FileKey() {}
}
