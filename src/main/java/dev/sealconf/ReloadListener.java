package dev.sealconf;

import dev.sealconf.error.SealconfException;

/** Receives what happens to watched files, on the thread that watches them. */
public interface ReloadListener<T> {

  /** Called with each new version. */
  void changed(T now);

  /**
   * Called when the files have changed but the new version can't be read. The old version stays
   * current.
   */
  default void failed(SealconfException why) {}
}
