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

/** Does one thing to many files, some at a time, and goes on when one of them fails. */
public final class Batch {
  private static final int THREADS = 8;

  /** So many files may be begun before the first of them is reported: results take up memory. */
  private static final int AHEAD = 64;

  /** Hears what became of files, in their order and in one thread. */
  public interface Listener {
    /** One file failed. */
    void failed(String file, Throwable failure);

    /** So many of all files are finished, failed ones among them. */
    default void finished(int files, int all) {}
  }

  /** The thread was interrupted; files that were not begun are left alone. */
  public static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interrupted() {
      super(null, null, false, false);
    }
  }

  private final Turns turns;
  private final Listener listener;

  /** Works in this session; failures go to the listener. */
  public Batch(Session session, Listener listener) {
    this.turns = session.turns();
    this.listener = listener;
  }

  /**
   * Works on files. The failure of a single file is thrown.
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
   * Works on files; the failure of each goes to the listener.
   *
   * @throws Interrupted if the thread is interrupted
   */
  public void all(List<String> files, Consumer<String> work) {
    if (files.isEmpty()) {
      return;
    }
    // More than there are processors: a file may wait for a key from a service.
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

  /** What came of one file. */
  private record Result(Runnable reports, Optional<Throwable> failure) {}

  private Result one(String file, Consumer<String> work) {
    turns.keep();
    Optional<Throwable> failure = Optional.empty();
    try {
      work.accept(file);
    } catch (Throwable thrown) { // one file's failure must not stop the others
      failure = Optional.of(thrown);
    }
    return new Result(turns.taken(), failure);
  }
}
