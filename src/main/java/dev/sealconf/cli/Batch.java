package dev.sealconf.cli;

import dev.sealconf.cli.option.Arguments;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Does one thing to many files, some at a time, and goes on when one of them fails. */
final class Batch {
  private static final int MOST_THREADS = 8;

  /** So many files take no noticeable time. */
  private static final int HANDFUL = 20;

  private final World world;

  Batch(Session session, Arguments given) {
    this.world = session.world();
  }

  /**
   * Works on files, and on the files in folders that are wanted.
   *
   * @return 0, or the largest exit code of those that failed
   * @throws SealconfException if there is but one file and it fails
   */
  int run(List<String> words, Predicate<Path> wanted, Consumer<String> work) {
    List<String> files = new ArrayList<>();
    boolean folders = false;
    for (String word : words) {
      Path path = world.resolve(word);
      if (Files.isDirectory(path)) {
        folders = true;
        new FolderWalk(path).files(wanted).forEach(file -> files.add(shown(word, path, file)));
      } else {
        files.add(word);
      }
    }
    List<String> distinct = files.stream().distinct().toList();
    if (distinct.isEmpty()) {
      world.err().println("nothing to do: no file in there is meant by this command");
      return 0;
    }
    if (distinct.size() == 1 && !folders) {
      work.accept(distinct.get(0));
      return 0;
    }
    return all(distinct, work);
  }

  private int all(List<String> files, Consumer<String> work) {
    int threads =
        Math.min(files.size(), Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (String file : files) {
        results.add(pool.submit(() -> one(file, work)));
      }
      return worst(results);
    } finally {
      pool.shutdownNow();
    }
  }

  private int worst(List<Future<Integer>> results) {
    Progress progress = new Progress(world, results.size() > HANDFUL ? results.size() : 0);
    int worst = 0;
    for (Future<Integer> result : results) {
      try {
        worst = Math.max(worst, result.get());
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

  /** The exit code for one file; its failure is reported in one piece. */
  private int one(String file, Consumer<String> work) {
    try {
      work.accept(file);
      return 0;
    } catch (Throwable failure) { // one file's failure must not stop the others
      return new ErrorReporter(world).reportFor(file, failure);
    }
  }

  private static String shown(String folder, Path root, Path file) {
    return Path.of(folder).resolve(root.relativize(file)).normalize().toString();
  }

  /** A line on the terminal that counts. */
  private record Progress(World world, int total, int[] done) {
    Progress(World world, int total) {
      this(world, world.terminal().showsProgress() ? total : 0, new int[1]);
    }

    void step() {
      if (total > 0) {
        world.err().print("\r" + ++done[0] + " of " + total + " files");
        world.err().flush();
      }
    }

    void end() {
      if (total > 0) {
        world.err().println();
      }
    }
  }
}
