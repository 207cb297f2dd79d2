package dev.sealconf.io.program;

import dev.sealconf.io.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Copies a child's input and output if it doesn't use this process's own streams. */
final class StreamPumps {
  private static final int CHUNK = 64 << 10;

  private final List<Thread> results = new ArrayList<>();
  private volatile IOException lost;

  private StreamPumps() {}

  /**
   * Starts copying.
   *
   * @param filter wraps each stream that the child writes to
   * @param input whether to copy the world's standard input to the child
   */
  static StreamPumps begin(
      Process child, World world, UnaryOperator<OutputStream> filter, boolean input) {
    StreamPumps pumps = new StreamPumps();
    if (input) {
      begun(() -> feed(world.in(), child.getOutputStream()));
    }
    pumps.results.add(
        begun(() -> pumps.result(child.getInputStream(), filter.apply(kept(world.out())))));
    pumps.results.add(begun(() -> pass(child.getErrorStream(), filter.apply(kept(world.err())))));
    return pumps;
  }

  private static Thread begun(Runnable work) {
    Thread pump = new Thread(work, "stream of a child");
    pump.setDaemon(true);
    pump.start();
    return pump;
  }

  /** Returns a stream that stays open when it is closed. */
  private static OutputStream kept(OutputStream to) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        to.write(b);
      }

      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        to.write(bytes, from, count);
      }

      @Override
      public void flush() throws IOException {
        to.flush();
      }

      @Override
      public void close() throws IOException {
        to.flush();
      }
    };
  }

  private static void feed(InputStream from, OutputStream to) {
    try (to) {
      copy(from, to);
    } catch (IOException e) {
      return; // the child stopped reading
    }
  }

  /** Copies standard output and remembers why that failed. */
  private void result(InputStream from, OutputStream to) {
    IOException failure = pass(from, to);
    if (failure != null) {
      lost = failure;
    }
  }

  /** Returns why some of the child's standard output is lost, or null if all of it arrived. */
  IOException lost() {
    return lost;
  }

  /** Copies the child's output. If our own reader is gone, the child gets a broken pipe, too. */
  private static IOException pass(InputStream from, OutputStream to) {
    try (from;
        to) {
      copy(from, to);
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  private static void copy(InputStream from, OutputStream to) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int count = from.read(chunk); count >= 0; count = from.read(chunk)) {
      to.write(chunk, 0, count);
      to.flush();
    }
  }

  /** Waits until all of the child's output has been passed on. */
  void finish() throws InterruptedException {
    for (Thread result : results) {
      result.join();
    }
  }
}
