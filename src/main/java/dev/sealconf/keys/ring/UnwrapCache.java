package dev.sealconf.keys.ring;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The outcomes of the latest unwraps: shares and definite refusals. A temporary failure is shared
 * with the threads that wait for the same attempt, and then forgotten. What leaves the cache is
 * wiped once no thread uses it. May be used from several threads.
 */
final class UnwrapCache implements AutoCloseable {
  /** The number of outcomes that are kept, besides those in use. */
  static final int CAPACITY = 512;

  /** An outcome with a longer key is not kept, so that the memory has a limit; in characters. */
  private static final int LONGEST_KEY = 8192;

  private final Map<String, Unwrapping> latest = new LinkedHashMap<>(16, 0.75f, true);
  private boolean closed;

  /**
   * A copy of the share under this key, which the caller closes. Unwraps if the outcome isn't here.
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
   * Returns if the cache is open.
   *
   * @throws IllegalStateException if it is closed
   */
  synchronized void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the key ring is closed");
    }
  }

  /** The number of outcomes in the cache. */
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

  /** Wiping an outcome in use would wait for its network. */
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

  /** Wipes all shares; one that is in use is wiped when its user is done. */
  @Override
  public synchronized void close() {
    closed = true;
    // Without method references: those take the virtual machine time at every end of a command.
    for (Unwrapping outcome : latest.values()) {
      if (outcome.users == 0) {
        outcome.close();
      }
    }
    latest.clear();
  }
}
