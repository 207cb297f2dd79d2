package dev.sealconf.keys.ring;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Caches the results of recent unwraps: shares and definite refusals. A temporary failure is given
 * to every thread waiting for the same attempt, then forgotten. Entries that leave the cache are
 * wiped once no thread uses them. Safe for use by several threads.
 */
final class UnwrapCache implements AutoCloseable {
  /** The number of results kept, besides those in use. */
  static final int CAPACITY = 512;

  /** Results with longer cache keys (in characters) are not kept, to limit memory use. */
  private static final int LONGEST_KEY = 8192;

  private final Map<String, Unwrapping> latest = new LinkedHashMap<>(16, 0.75f, true);
  private boolean closed;

  /**
   * Returns a copy of the share for this cache key, which the caller closes. Unwraps it if there is
   * no result yet.
   *
   * @throws SealconfException if the share can't be unwrapped
   * @throws IllegalStateException after {@link #close}
   */
  SecretBytes share(String key, Supplier<SecretBytes> unwrap) {
    Unwrapping outcome = begin(key);
    boolean definite = false;
    try {
      SecretBytes share = outcome.share(unwrap);
      definite = true;
      return share;
    } catch (SealconfException e) {
      definite = !e.isTemporary();
      throw e;
    } finally {
      end(key, outcome, definite);
    }
  }

  /**
   * Returns normally if the cache is open.
   *
   * @throws IllegalStateException if it is closed
   */
  synchronized void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the key ring is closed");
    }
  }

  /** Returns the number of results in the cache. */
  synchronized int size() {
    return latest.size();
  }

  private synchronized Unwrapping begin(String key) {
    requireOpen();
    Unwrapping outcome = latest.get(key);
    if (outcome == null) {
      outcome = new Unwrapping();
      latest.put(key, outcome);
    }
    outcome.users++;
    return outcome;
  }

  private synchronized void end(String key, Unwrapping outcome, boolean definite) {
    outcome.users--;
    if (!definite || key.length() > LONGEST_KEY) {
      latest.remove(key, outcome);
    }
    if (outcome.users == 0 && (closed || latest.get(key) != outcome)) {
      outcome.close();
    }
    if (latest.size() > CAPACITY) {
      evict();
    }
  }

  /** Removes old results. Skips those in use: wiping one would wait for its network request. */
  private void evict() {
    Iterator<Unwrapping> eldest = latest.values().iterator();
    while (latest.size() > CAPACITY && eldest.hasNext()) {
      Unwrapping outcome = eldest.next();
      if (outcome.users == 0) {
        eldest.remove();
        outcome.close();
      }
    }
  }

  /** Wipes all shares. A share in use is wiped when its user is done. */
  @Override
  public synchronized void close() {
    closed = true;
    // No method references here: creating one would slow down the end of every command.
    for (Unwrapping outcome : latest.values()) {
      if (outcome.users == 0) {
        outcome.close();
      }
    }
    latest.clear();
  }
}
