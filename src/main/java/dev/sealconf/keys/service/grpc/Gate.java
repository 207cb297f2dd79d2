package dev.sealconf.keys.service.grpc;

import dev.sealconf.io.World;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Accepts connections, no more than a certain number at a time; others wait in the system's queue.
 * gRPC stops listening for good when a connection can't be accepted, so it never hears of that:
 * after a pause, the next attempt is made.
 */
final class Gate {
  private static final long PAUSE_MILLIS = 200;

  private final World world;
  private final Semaphore places;
  private final BooleanSupplier closed;
  private boolean warned;

  /**
   * A gate.
   *
   * @param most how many connections may be open at a time
   * @param closed whether nothing is accepted any more
   */
  Gate(World world, int most, BooleanSupplier closed) {
    this.world = world;
    this.places = new Semaphore(most);
    this.closed = closed;
  }

  /** Waits for a connection. */
  interface Accepting<S> {
    /** A connection that gives its place back when it is closed. */
    S accept(Place place) throws IOException;
  }

  /** The place of a connection. */
  final class Place {
    private final AtomicBoolean free = new AtomicBoolean();

    /** Gives it back; has no effect the second time. */
    void free() {
      if (free.compareAndSet(false, true)) {
        places.release();
      }
    }
  }

  /**
   * The next connection.
   *
   * @throws IOException if nothing is accepted any more
   */
  <S> S next(Accepting<S> accepting) throws IOException {
    try {
      while (!places.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        requireOpen();
      }
      Place place = new Place();
      while (true) {
        requireOpen();
        try {
          return accepting.accept(place);
        } catch (IOException e) {
          requireOpen();
          warnOnce();
          TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }

  private void requireOpen() throws IOException {
    if (closed.getAsBoolean()) {
      throw new IOException("closed");
    }
  }

  private void warnOnce() {
    if (!warned) {
      warned = true;
      world
          .tell()
          .warn(
              "the key service can't accept connections for now; ulimit -n shows how many files and"
                  + " connections may be open");
    }
  }
}
