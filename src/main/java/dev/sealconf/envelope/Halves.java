package dev.sealconf.envelope;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work on the values of a file, in their order. If there is a processor to spare, a second thread
 * does the second half of a long file at the same time; the results, and the first failure, are
 * those of one thread.
 */
public final class Halves {
  /** So many values are worth a second thread. */
  public static final int LONG = 4000;

  /**
   * Two threads that work, and the compiler of the virtual machine: where it has to wait, what the
   * threads gain is lost.
   */
  private static final int PROCESSORS = 3;

  private Halves() {}

  /** Work on the values from one number up to another. */
  public interface Part<T> {
    /** The result for these values. */
    T of(int from, int to);
  }

  /** The results of two parts that make up {@code count} values. */
  public static <T> List<T> done(int count, Part<T> part) {
    return Runtime.getRuntime().availableProcessors() < PROCESSORS
        ? List.of(part.of(0, count / 2), part.of(count / 2, count))
        : together(count, part);
  }

  /** The same, always in two threads. */
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
