package dev.sealconf.git.filter;

import dev.sealconf.git.repository.GitPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Blobs whose keys are at a service: several wait for their answers at the same time, while git
 * goes on with other files ({@code gitattributes(5)}, delay).
 */
final class DelayedBlobs implements AutoCloseable {
  private static final int THREADS = 8;

  private final BlobFilter filter;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          work -> {
            Thread thread = new Thread(work, "delayed blob");
            thread.setDaemon(true);
            return thread;
          });
  private final BlockingQueue<Done> done = new LinkedBlockingQueue<>();
  private final Map<String, byte[]> ready = new HashMap<>();
  private int waiting;

  private record Done(String path, byte[] work) {}

  DelayedBlobs(BlobFilter filter) {
    this.filter = filter;
  }

  /** Starts to decrypt a blob. */
  void begin(FilterRequest request, byte[] stored) {
    waiting++;
    threads.execute(
        () -> {
          byte[] work = stored;
          try {
            work = filter.smudge(new GitPath(request.path()), stored, request.blob());
          } finally {
            done.add(new Done(request.path(), work));
          }
        });
  }

  /**
   * Returns the paths of blobs that are ready, at least one if any is outstanding; waits for it.
   *
   * @throws InterruptedException if the process is about to end
   */
  List<String> available() throws InterruptedException {
    List<Done> some = new ArrayList<>();
    if (waiting > 0) {
      some.add(done.take());
      done.drainTo(some);
    }
    waiting -= some.size();
    some.forEach(one -> ready.put(one.path(), one.work()));
    return some.stream().map(Done::path).toList();
  }

  /**
   * Returns the file for a blob that was announced as ready; null if there is none of this path.
   */
  byte[] take(String path) {
    return ready.remove(path);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
