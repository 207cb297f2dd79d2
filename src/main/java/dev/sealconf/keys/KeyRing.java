package dev.sealconf.keys;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.World;
import java.util.List;

/**
 * Wraps and unwraps data keys over all providers: groups and Shamir shares, decryption order, one
 * unwrap for each distinct wrapped key in a run. May be used from several threads.
 */
public final class KeyRing {
  private final KeyProviders providers;
  private final World world;
  private final List<String> order;

  /**
   * @param order provider ids to try first, in this order ({@code --decryption-order})
   */
  public KeyRing(KeyProviders providers, World world, List<String> order) {
    this.providers = providers;
    this.world = world;
    this.order = List.copyOf(order);
  }

  public KeyProviders providers() {
    return providers;
  }

  /**
   * The data key of a file, a copy that the caller closes.
   *
   * @param threshold the number of groups needed, 0 for all; ignored for one group
   * @throws dev.sealconf.error.SealconfException with {@code NO_DATA_KEY} and every key that was
   *     tried with the reason why it failed
   */
  public SecretBytes unwrap(List<WrappedGroup> groups, int threshold) {
    throw new UnsupportedOperationException("not yet: " + world + order);
  }

  /** The data key (32 bytes) wrapped for every master key of every group, split if there are several groups. */
  public List<WrappedGroup> wrap(SecretBytes dataKey, List<KeyGroup> groups, int threshold) {
    throw new UnsupportedOperationException("not yet");
  }
}
