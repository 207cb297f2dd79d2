package dev.sealconf.reload;

import dev.sealconf.error.SealconfException;
import java.util.function.Consumer;

/**
 * The latest version of some files that could be read as a whole. A file that can't be read may
 * still be in the middle of a write, so a failure is reported only if it remains at the next check
 * while the files look the same. Thread-safe; one thread checks at a time.
 */
public final class Reloading<T> {
  private final Place<T> place;
  private final Consumer<T> changed;
  private final Consumer<SealconfException> failed;
  private volatile T current;

  /** The state whose outcome is known. */
  private Object settled;

  /** The state that could not be read at the last check. */
  private Object doubtful;

  private Object reported;

  /**
   * Reads the first version.
   *
   * @param changed receives each new version, after {@link #current} returns it
   * @param failed receives why a new version was not taken, once for each
   * @throws SealconfException if the first version can't be read
   */
  public Reloading(Place<T> place, Consumer<T> changed, Consumer<SealconfException> failed) {
    this.place = place;
    this.changed = changed;
    this.failed = failed;
    this.settled = place.state();
    this.current = place.read();
  }

  /** Returns the latest version. */
  public T current() {
    return current;
  }

  /** Looks at the files, and takes a new version if there is one. */
  public synchronized void check() {
    Object before = place.state();
    if (before.equals(settled)) {
      return;
    }
    T read;
    try {
      read = place.read();
    } catch (SealconfException e) {
      keep(before, e);
      return;
    }
    boolean still = place.state().equals(before);
    doubtful = null;
    if (still) {
      settled = before;
    }
    if ((still || place.isReplacedAsAWhole()) && !place.same(current, read)) {
      current = read;
      changed.accept(read);
    }
  }

  private void keep(Object state, SealconfException why) {
    if (!state.equals(doubtful) || !place.state().equals(state)) {
      doubtful = state;
      return;
    }
    if (!why.isTemporary()) {
      settled = state;
    }
    if (!state.equals(reported)) {
      reported = state;
      failed.accept(why);
    }
  }
}
