package dev.sealconf.session.batch;

import dev.sealconf.session.Session;
import dev.sealconf.session.folder.FileList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does the same work on many files, several at a time, and continues when one of them fails. */
public final class Batch {
  private static final int THREADS = 8;

  /** How many files may be started before the first of them is reported. Results take up memory. */
  private static final int AHEAD = 64;

  /** Receives what happened to the files, in file order and on one thread. */
  public interface Listener {
    /** Called when a file has failed. */
    void failed(String file, Throwable failure);

    /** Called when this many of all files are finished, including those that failed. */
    default void finished(int files, int all) {}
  }

  /** Thrown when the thread was interrupted. Files that were not started are unchanged. */
  public static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interrupted() {
      super(null, null, false, false);
    }
  }

  private final Turns turns;
  private final Listener listener;

  /** Works in this session and reports failures to the listener. */
  public Batch(Session session, Listener listener) {
    this.turns = session.turns();
    this.listener = listener;
  }

  /**
   * Works on files. If there is only one file, throws its failure.
   *
   * @throws Interrupted if the thread is interrupted
   */
  void run(FileList files, Consumer<String> work) {
    if (files.isSingle()) {
      work.accept(files.names().get(0));
    } else {
      all(files.names(), work);
    }
  }

  /**
   * Works on files and reports each failure to the listener.
   *
   * @throws Interrupted if the thread is interrupted
   */
  public void all(List<String> files, Consumer<String> work) {
    if (files.isEmpty()) {
      return;
    }
    // More threads than processors: a file may be waiting for a key service.
    int threads = Math.min(files.size(), THREADS);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Deque<Future<Result>> begun = new ArrayDeque<>();
      int next = 0;
      for (int i = 0; i < files.size(); i++) {
        while (next < files.size() && next - i < AHEAD) {
          String file = files.get(next++);
          begun.add(pool.submit(() -> one(file, work)));
        }
        report(files, i, begun.remove());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private void report(List<String> files, int number, Future<Result> outcome) {
    try {
      Result result = outcome.get();
      result.reports().run();
      result.failure().ifPresent(failure -> listener.failed(files.get(number), failure));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interrupted();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getClass().getName());
    }
    listener.finished(number + 1, files.size());
  }

  /** The result for one file. */
  private record Result(Runnable reports, Optional<Throwable> failure) {}

  private Result one(String file, Consumer<String> work) {
    turns.keep();
    Optional<Throwable> failure = Optional.empty();
    try {
      work.accept(file);
    } catch (Throwable thrown) { // One file's failure must not stop the others.
      failure = Optional.of(thrown);
    }
    return new Result(turns.taken(), failure);
  }
}
