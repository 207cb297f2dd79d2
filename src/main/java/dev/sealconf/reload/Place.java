package dev.sealconf.reload;

import dev.sealconf.error.SealconfException;

/** Files that are read together, such as one file or a folder. */
public interface Place<T> {

  /** Returns what can be seen without reading: an equal state means that nothing has changed. */
  Object state();

  /**
   * Reads and verifies all files.
   *
   * @throws SealconfException if that fails, for example because a file is still being written
   */
  T read();

  /** Returns whether a version that was read can't be a mixture of two versions. */
  boolean isReplacedAsAWhole();

  /** Returns whether two versions have the same content. */
  boolean same(T one, T other);
}
