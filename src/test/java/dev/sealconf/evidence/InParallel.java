package dev.sealconf.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.opentest4j.MultipleFailuresError;

/** Runs one check over many cases on two threads, and reports every case that failed. */
final class InParallel {
  private static final int SHOWN = 40;

  private InParallel() {}

  /**
   * Checks every case.
   *
   * @throws AssertionError that names each case that failed, and why
   */
  static <T> void each(List<T> cases, Consumer<T> check) {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (T one : cases) {
        running.add(threads.submit(() -> check.accept(one)));
      }
      List<Throwable> failures = new ArrayList<>();
      for (int i = 0; i < cases.size(); i++) {
        failureOf(running.get(i), cases.get(i), failures);
      }
      report(cases.size(), failures);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void failureOf(Future<?> running, Object one, List<Throwable> failures) {
    try {
      running.get();
    } catch (ExecutionException e) {
      failures.add(new AssertionError(one + ": " + e.getCause(), e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void report(int count, List<Throwable> failures) {
    if (!failures.isEmpty()) {
      List<Throwable> shown = failures.subList(0, Math.min(SHOWN, failures.size()));
      throw new MultipleFailuresError(failures.size() + " of " + count + " cases failed", shown);
    }
  }
}
