package dev.sealconf.reload;

import dev.sealconf.error.SealconfException;

/**
 * Files that are read together, such as one file or a folder.
 *
 * @param <L> what can be seen of them without reading
 * @param <T> what is read
 */
public interface Place<L extends Look, T> {

  /** Returns the path as the user gave it. */
  String name();

  /** Looks at the files, without reading them. */
  L look();

  /**
   * Reads and verifies the files that were seen.
   *
   * @throws SealconfException if that fails, for example because a file is still being written
   */
  T read(L seen);

  /** Returns whether a version that was read can't be a mixture of two versions. */
  boolean isReplacedAsAWhole(L seen);

  /**
   * Returns whether a version may be in the middle of a change although all of it could be read. It
   * counts only if it looks the same at the next check.
   */
  boolean mayBeIncomplete(L seen, T current, T read);

  /** Returns whether two versions have the same content. */
  boolean same(T one, T other);
}
