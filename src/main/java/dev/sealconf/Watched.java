package dev.sealconf;

import dev.sealconf.reload.Place;
import dev.sealconf.reload.Reloading;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The latest version of encrypted files that could be opened and verified as a whole. A daemon
 * thread checks the files at intervals, which works on every file system. Thread-safe; close it to
 * end the thread.
 */
public final class Watched<T> implements AutoCloseable {
  private final Reloading<T> reloading;
  private final ScheduledExecutorService timer;

  Watched(Place<T> place, Duration interval, ReloadListener<T> listener) {
    this.reloading = new Reloading<>(place, listener::changed, listener::failed);
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "sealconf-watch");
              thread.setDaemon(true);
              return thread;
            });
    long nanos = interval.toNanos();
    timer.scheduleWithFixedDelay(this::checkSafely, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** Returns the latest version. */
  public T current() {
    return reloading.current();
  }

  /** Looks at the files now instead of at the next interval, and calls the listener if needed. */
  public void check() {
    reloading.check();
  }

  /** Passes on an exception of the listener, and continues. */
  private void checkSafely() {
    try {
      reloading.check();
    } catch (RuntimeException e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  /** Stops watching. {@link #current} keeps returning the last version. */
  @Override
  public void close() {
    timer.shutdownNow();
  }
}
