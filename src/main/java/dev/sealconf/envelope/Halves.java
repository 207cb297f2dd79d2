package dev.sealconf.envelope;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs work on the values of a file in order. If a processor is free, a second thread does the
 * second half of a long file. The results and the first failure are the same as with one thread.
 */
public final class Halves {
  /** The minimum number of values that makes a second thread worthwhile. */
  public static final int LONG = 4000;

  /**
   * The minimum number of processors: two for the threads and one for the virtual machine's
   * compiler. If the compiler has to wait, the second thread gains nothing.
   */
  private static final int PROCESSORS = 3;

  private Halves() {}

  /** Work on a range of values. */
  public interface Part<T> {
    /** Returns the result for these values. */
    T of(int from, int to);
  }

  /** Returns the results of the parts that together cover {@code count} values. */
  public static <T> List<T> done(int count, Part<T> part) {
    return Runtime.getRuntime().availableProcessors() < PROCESSORS
        ? List.of(part.of(0, count / 2), part.of(count / 2, count))
        : together(count, part);
  }

  /** Does the same, but always in two threads. */
  static <T> List<T> together(int count, Part<T> part) {
    int half = count / 2;
    FutureTask<T> second = new FutureTask<>(() -> part.of(half, count));
    Thread thread = new Thread(second, "second half");
    thread.setDaemon(true);
    thread.start();
    T first;
    try {
      first = part.of(0, half);
    } finally {
      join(thread);
    }
    return List.of(first, result(second));
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T result(FutureTask<T> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      } else if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException("the thread has ended", e);
    }
  }
}
