package dev.sealconf.reload;

import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.SealconfException;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The latest version of some files that could be read as a whole. A file that can't be read may
 * still be in the middle of a write, so a failure is reported only if it remains at the next check
 * while the files look the same. Thread-safe; one thread checks at a time.
 */
public final class Reloading<L extends Look, T> {
  private static final int FIRST_ATTEMPTS = 10;

  private final Place<L, T> place;
  private final Consumer<T> changed;
  private final Consumer<SealconfException> failed;
  private volatile T current;

  /** Held during calls of the receivers, so that {@link #end} can wait for them. */
  private final ReentrantLock calling = new ReentrantLock();

  private volatile boolean ended;

  /** The look of the current version, if nothing can change without changing it. */
  private L good;

  /** The look of a version that can't be opened with any key. */
  private L bad;

  /** The look that didn't count at the last check, but does if it remains. */
  private L doubtful;

  /** The look whose failure was passed on. */
  private L reported;

  /** The look that ended in a fault of the program, which was thrown once. */
  private L broken;

  /**
   * Reads the first version.
   *
   * @param changed receives each new version, after {@link #current} returns it
   * @param failed receives why a new version was not taken, once for each
   * @throws SealconfException if the first version can't be read
   */
  public Reloading(Place<L, T> place, Consumer<T> changed, Consumer<SealconfException> failed) {
    this.place = place;
    this.changed = changed;
    this.failed = failed;
    this.current = first();
  }

  private T first() {
    for (int i = 0; i < FIRST_ATTEMPTS; i++) {
      L seen = place.look();
      boolean recent = seen.isRecent(Instant.now());
      T read;
      try {
        read = place.read(seen);
      } catch (SealconfException e) {
        if (place.look().equals(seen)) {
          throw e;
        }
        continue;
      }
      boolean still = place.look().equals(seen);
      if (still || place.isReplacedAsAWhole(seen)) {
        good = still && !recent ? seen : null;
        return read;
      }
    }
    throw new FileFailure.Unreadable("the files kept changing while they were read")
        .at(Location.of(place.name()))
        .hint("try again when no program is writing them")
        .temporary();
  }

  /** Returns the latest version. After {@link #end} it stays the same. */
  public T current() {
    return current;
  }

  /**
   * Looks at the files, and takes a new version if there is one. Throws what a receiver throws; the
   * version or failure then counts as received. After {@link #end} it does nothing.
   */
  public synchronized void check() {
    if (ended) {
      return;
    }
    L seen = place.look();
    if (seen.equals(good)) {
      forgetFailures();
      return;
    }
    if (seen.equals(bad)) {
      return;
    }
    boolean recent = seen.isRecent(Instant.now());
    T read;
    try {
      read = place.read(seen);
    } catch (SealconfException e) {
      keep(seen, recent, e);
      return;
    } catch (RuntimeException | Error e) {
      if (!seen.equals(broken)) {
        broken = seen;
        throw e;
      }
      return;
    }
    take(seen, recent, read);
  }

  private void take(L seen, boolean recent, T read) {
    boolean still = place.look().equals(seen);
    if (!still && !place.isReplacedAsAWhole(seen)) {
      doubtful = null;
      return;
    }
    if (place.mayBeIncomplete(seen, current, read) && !seen.equals(doubtful)) {
      doubtful = seen;
      return;
    }
    good = still && !recent ? seen : null;
    forgetFailures();
    if (!place.same(current, read)) {
      call(
          () -> {
            current = read;
            changed.accept(read);
          });
    }
  }

  /** After a good version, even the same failure is a new one. */
  private void forgetFailures() {
    bad = null;
    doubtful = null;
    reported = null;
    broken = null;
  }

  private void keep(L seen, boolean recent, SealconfException why) {
    if (Thread.currentThread().isInterrupted()) {
      return; // This may be the reason, which says nothing about the files.
    }
    if (!seen.equals(doubtful) || !place.look().equals(seen)) {
      doubtful = seen;
      return;
    }
    // Other failures may end although the files stay the same: a key arrives, a service returns.
    if (why instanceof OpeningFailure && !why.isTemporary() && !recent) {
      bad = seen;
    }
    if (!seen.equals(reported)) {
      reported = seen;
      call(() -> failed.accept(why));
    }
  }

  private void call(Runnable receiver) {
    calling.lock();
    try {
      if (!ended) {
        receiver.run();
      }
    } finally {
      calling.unlock();
    }
  }

  /**
   * Takes no version and calls no receiver any more. Waits for a call that is running, unless it is
   * this thread's own.
   */
  public void end() {
    calling.lock();
    try {
      ended = true;
    } finally {
      calling.unlock();
    }
  }
}
