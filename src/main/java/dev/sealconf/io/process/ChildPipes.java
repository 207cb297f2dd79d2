package dev.sealconf.io.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Serves a child's standard input and standard error in separate threads, so that the child and
 * this process never block each other, in whatever order the child reads and writes.
 */
final class ChildPipes {
  private static final int KEPT_ERRORS = 64 << 10;

  /**
   * How long to wait for standard error. A program that the child leaves behind may hold it open
   * forever.
   */
  private static final int PATIENCE_MS = 1000;

  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final Thread drain;

  private ChildPipes(InputStream from) {
    this.drain = new Thread(() -> keep(from), "errors of a child");
  }

  /**
   * Gives the child an empty standard input. Its standard error is redirected to another stream.
   */
  static ChildPipes empty(Process process) {
    feed(process.getOutputStream(), new byte[0]);
    return new ChildPipes(InputStream.nullInputStream());
  }

  /** Sends these bytes to standard input, and collects standard error. */
  static ChildPipes of(Process process, byte[] input) {
    ChildPipes pipes = new ChildPipes(process.getErrorStream());
    begin(pipes.drain);
    begin(new Thread(() -> feed(process.getOutputStream(), input), "input of a child"));
    return pipes;
  }

  private static void begin(Thread thread) {
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns the first 64 KiB of standard error, after the child has exited. */
  String errors() throws InterruptedException {
    drain.join(PATIENCE_MS);
    return errors.toString(StandardCharsets.UTF_8);
  }

  private static void feed(OutputStream to, byte[] input) {
    try (to) {
      to.write(input);
    } catch (IOException e) {
      // The child may exit without reading everything. Its exit code tells whether that was an
      // error.
      return;
    }
  }

  private void keep(InputStream from) {
    byte[] buffer = new byte[4096];
    try (from) {
      for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
        errors.write(buffer, 0, Math.min(count, KEPT_ERRORS - errors.size()));
      }
    } catch (IOException e) {
      // Use what has arrived so far.
      return;
    }
  }
}
