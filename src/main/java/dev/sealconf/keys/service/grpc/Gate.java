package dev.sealconf.keys.service.grpc;

import dev.sealconf.io.World;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Accepts connections, up to a limit; others wait in the system's queue. gRPC would stop listening
 * for good after a failed accept, so failures are hidden from it and the next attempt follows after
 * a pause.
 */
final class Gate {
  private static final long PAUSE_MILLIS = 200;

  private final World world;
  private final Semaphore places;
  private final BooleanSupplier closed;
  private boolean warned;

  /**
   * Creates a gate.
   *
   * @param most how many connections may be open at a time
   * @param closed returns true once no more connections are to be accepted
   */
  Gate(World world, int most, BooleanSupplier closed) {
    this.world = world;
    this.places = new Semaphore(most);
    this.closed = closed;
  }

  /** Accepts connections. */
  interface Accepting<S> {
    /** Waits for a connection and returns it. Closing the connection must free the place. */
    S accept(Place place) throws IOException;
  }

  /** One of the limited number of open connections. */
  final class Place {
    private final AtomicBoolean free = new AtomicBoolean();

    /** Frees the place for another connection. Has no effect the second time. */
    void free() {
      if (free.compareAndSet(false, true)) {
        places.release();
      }
    }
  }

  /**
   * Returns the next connection.
   *
   * @throws IOException once no more connections are accepted
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
