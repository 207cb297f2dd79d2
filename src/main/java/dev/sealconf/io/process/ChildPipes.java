package dev.sealconf.io.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard input and standard error of a child, served by threads of their own, so that neither
 * side waits for the other whatever the order in which the child reads and writes.
 */
final class ChildPipes {
  private static final int KEPT_ERRORS = 64 << 10;

  /** Programs that a child leaves behind may hold its standard error open for ever. */
  private static final int PATIENCE_MS = 1000;

  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final Thread drain;

  private ChildPipes(InputStream from) {
    this.drain = new Thread(() -> keep(from), "errors of a child");
  }

  /** An empty standard input; standard error goes to another stream. */
  static ChildPipes empty(Process process) {
    feed(process.getOutputStream(), new byte[0]);
    return new ChildPipes(InputStream.nullInputStream());
  }

  /** These bytes for standard input; standard error is kept. */
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

  /** The first 64 KiB of the standard error of a child that has ended. */
  String errors() throws InterruptedException {
    drain.join(PATIENCE_MS);
    return errors.toString(StandardCharsets.UTF_8);
  }

  private static void feed(OutputStream to, byte[] input) {
    try (to) {
      to.write(input);
    } catch (IOException e) {
      // A child may end without having read all; its exit code tells whether that was well.
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
      // What has come so far has to do.
      return;
    }
  }
}
