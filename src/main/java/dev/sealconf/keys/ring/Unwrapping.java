package dev.sealconf.keys.ring;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import java.util.function.Supplier;

/**
 * The result of unwrapping one key. Threads that ask at the same time wait for the same attempt.
 */
final class Unwrapping implements AutoCloseable {
  /** The number of threads that use this result, guarded by the lock of its {@link UnwrapCache}. */
  int users;

  private SecretBytes share;
  private SealconfException failure;

  /** Returns a copy of the share, which the caller closes. */
  synchronized SecretBytes share(Supplier<SecretBytes> unwrap) {
    if (share == null && failure == null) {
      try {
        share = unwrap.get();
      } catch (SealconfException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return SecretBytes.owning(share.exposed().clone());
  }

  /** Wipes the share. */
  @Override
  public synchronized void close() {
    if (share != null) {
      share.close();
      share = null;
    }
    failure = null;
  }
}
