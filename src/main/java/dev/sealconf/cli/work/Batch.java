package dev.sealconf.cli.work;

import dev.sealconf.cli.failure.ErrorReporter;
import dev.sealconf.cli.folder.FileList;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does one thing to many files, some at a time, and goes on when one of them fails. */
public final class Batch {
  private static final int THREADS = 8;

  /** So many files take no noticeable time. */
  private static final int HANDFUL = 20;

  private final Session session;
  private final World world;

  /** Works in the session's world. */
  public Batch(Session session) {
    this.session = session;
    this.world = session.world();
  }

  /**
   * Works on files.
   *
   * @return 0, or the largest exit code of those that failed
   * @throws SealconfException if there is but one file and it fails
   */
  int run(FileList files, Consumer<String> work) {
    if (files.isSingle()) {
      work.accept(files.names().get(0));
      return 0;
    }
    return all(files.names(), work);
  }

  /**
   * Works on files that are given by name, however few.
   *
   * @return 0, or the largest exit code of those that failed
   */
  public int all(List<String> files, Consumer<String> work) {
    if (files.isEmpty()) {
      return 0;
    }
    // More than there are processors: a file may wait for a key from elsewhere.
    int threads = Math.min(files.size(), THREADS);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Result>> results = new ArrayList<>();
      for (String file : files) {
        results.add(pool.submit(() -> one(file, work)));
      }
      return worst(results);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Prints the reports in the order of the files, and gives the largest exit code. */
  private int worst(List<Future<Result>> results) {
    Progress progress = new Progress(world, results.size());
    int worst = 0;
    for (Future<Result> result : results) {
      try {
        worst = Math.max(worst, result.get().code());
        byte[] report = result.get().report();
        world.err().write(report, 0, report.length);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return 130;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause().getClass().getName());
      }
      progress.step();
    }
    progress.end();
    return worst;
  }

  /** What came of one file. */
  private record Result(int code, byte[] report) {}

  private Result one(String file, Consumer<String> work) {
    session.reports().keep();
    int code = code(file, work);
    return new Result(code, session.reports().taken());
  }

  private int code(String file, Consumer<String> work) {
    try {
      work.accept(file);
      return 0;
    } catch (Throwable failure) { // one file's failure must not stop the others
      return new ErrorReporter(session).reportFor(file, failure);
    }
  }

  /** A line on the terminal that counts, if somebody looks and there is much to do. */
  private static final class Progress {
    private final World world;
    private final int total;
    private final boolean shown;
    private int done;

    Progress(World world, int total) {
      this.world = world;
      this.total = total;
      this.shown = total > HANDFUL && world.tell().watched();
    }

    void step() {
      done++;
      if (shown) {
        world.err().print("\r" + done + " of " + total + " files");
        world.err().flush();
      }
    }

    void end() {
      if (shown) {
        world.err().println();
      }
    }
  }
}
