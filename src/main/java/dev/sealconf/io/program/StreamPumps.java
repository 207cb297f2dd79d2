package dev.sealconf.io.program;

import dev.sealconf.io.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Joins the streams of a child with those of a world that has no process of its own. */
final class StreamPumps {
  private static final int CHUNK = 8192;

  private final Thread in;
  private final Thread out;
  private final Thread err;

  private StreamPumps(Thread in, Thread out, Thread err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /** Begins. */
  static StreamPumps begin(Process child, World world) {
    return new StreamPumps(
        begun(world.in(), child.getOutputStream(), true),
        begun(child.getInputStream(), world.out(), false),
        begun(child.getErrorStream(), world.err(), false));
  }

  private static Thread begun(InputStream from, OutputStream to, boolean closes) {
    Thread pump = new Thread(() -> pump(from, to, closes), "stream of a child");
    pump.setDaemon(true);
    pump.start();
    return pump;
  }

  private static void pump(InputStream from, OutputStream to, boolean closes) {
    byte[] chunk = new byte[CHUNK];
    try {
      for (int count = from.read(chunk); count >= 0; count = from.read(chunk)) {
        to.write(chunk, 0, count);
        to.flush();
      }
      if (closes) {
        to.close();
      }
    } catch (IOException e) {
      return; // the other side has gone
    }
  }

  /** Waits until all that the child wrote has arrived. */
  void finish() throws InterruptedException {
    out.join();
    err.join();
    in.interrupt();
  }
}
