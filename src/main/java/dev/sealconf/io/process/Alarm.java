package dev.sealconf.io.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Ends a program, and the programs that it started, unless it is closed in time. */
final class Alarm implements AutoCloseable {
  private final Process process;
  private final CompletableFuture<Void> closed;
  private volatile boolean expired;

  private Alarm(Process process, Duration patience) {
    this.process = process;
    this.closed =
        new CompletableFuture<Void>().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> unused =
        closed.whenComplete(
            (none, timeout) -> {
              if (timeout != null) {
                start();
              }
            });
  }

  /** Sets an alarm that goes off after this long. */
  static Alarm after(Duration patience, Process process) {
    return new Alarm(process, patience);
  }

  /**
   * Ends the program in a thread of its own. All of a Java program shares one pool, on two
   * processors with a single thread, and another part of the program may block it.
   */
  private void start() {
    expired = true;
    Thread thread = new Thread(() -> end(process), "end of a program");
    thread.setDaemon(true);
    thread.start();
  }

  /** Kills a program and the programs that it started. */
  static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Returns whether the alarm has ended the program. */
  boolean hasExpired() {
    return expired;
  }

  @Override
  public void close() {
    closed.complete(null);
  }
}
