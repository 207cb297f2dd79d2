package dev.sealconf;

import dev.sealconf.reload.Place;
import dev.sealconf.reload.Reloading;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The latest version of encrypted files that could be opened and verified as a whole. A daemon
 * thread, {@code sealconf-watch}, checks the files at intervals, which works on every file system.
 * Thread-safe; close it to end the thread.
 */
public final class Watched<T> implements AutoCloseable {
  private final Reloading<?, T> reloading;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  Watched(Place<?, T> place, Duration interval, ReloadListener<T> listener) {
    Objects.requireNonNull(listener);
    this.reloading = new Reloading<>(place, listener::changed, listener::failed);
    long nanos = interval.toNanos();
    this.thread = new Thread(() -> checkEvery(nanos), "sealconf-watch");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Returns the latest version, without waiting. After {@link #close} it keeps returning the last
   * one.
   */
  public T current() {
    return reloading.current();
  }

  /**
   * Looks at the files now instead of at the next interval, and calls the listener on this thread
   * if needed. Throws what the listener throws. Does nothing after {@link #close}.
   */
  public void check() {
    reloading.check();
  }

  private void checkEvery(long nanos) {
    while (!closesWithin(nanos)) {
      try {
        reloading.check();
      } catch (Throwable e) {
        handOver(e);
      }
    }
  }

  private boolean closesWithin(long nanos) {
    try {
      return closed.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return closed.getCount() == 0; // The listener may have left the thread interrupted.
    }
  }

  private void handOver(Throwable thrown) {
    try {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
    } catch (Throwable e) {
      // Java ignores what a handler throws, too.
    }
  }

  /**
   * Stops watching. When it returns, no call of the listener is running, and none will begin. So it
   * waits for a call that is running, except if the listener itself calls it.
   */
  @Override
  public void close() {
    closed.countDown();
    reloading.end();
    if (Thread.currentThread() != thread) {
      thread.interrupt(); // It may be waiting for a key service.
    }
  }
}
