package dev.sealconf;

import dev.sealconf.error.SealconfException;

/**
 * Receives what happens to watched files. One call at a time is made, on the thread that watches
 * the files or on one that calls {@link Watched#check}. It may call all methods of {@link Watched}.
 *
 * <p>If a method throws an exception or error, watching continues. The thread that watches passes
 * it to its {@link Thread.UncaughtExceptionHandler}, and {@code check} throws it to its caller. The
 * call isn't repeated, and {@link Watched#current} isn't affected.
 */
public interface ReloadListener<T> {

  /** Called with each new version, which {@link Watched#current} already returns. */
  void changed(T now);

  /**
   * Called when the files have changed but the new version can't be read. The old version stays
   * current. Called once for each failed version, and again if one fails after a version that could
   * be read.
   */
  default void failed(SealconfException why) {}
}
