package dev.sealconf.keys.ring;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import java.util.function.Supplier;

/**
 * The outcome of unwrapping one key, found out once; others who ask in the meantime wait for it.
 */
final class Unwrapping implements AutoCloseable {
  private SecretBytes share;
  private SealconfException failure;

  /** A copy of the share that the caller closes. */
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
