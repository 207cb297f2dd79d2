package dev.sealconf.keys;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.crypto.Shamir;
import dev.sealconf.error.ExitCode;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Wraps and unwraps data keys over all providers: groups and Shamir shares, decryption order, one
 * unwrap for each distinct wrapped key in a run. May be used from several threads.
 */
public final class KeyRing {
  /** The length of a data key, in bytes. */
  public static final int DATA_KEY = 32;

  private final KeyProviders providers;
  private final World world;
  private final List<String> order;
  private final Map<String, Unwrapping> unwrapped = new ConcurrentHashMap<>();

  /**
   * A ring for one run of the program.
   *
   * @param order provider ids to try first, in this order ({@code --decryption-order}); if there
   *     are none, keys are tried by the rank of their providers
   */
  public KeyRing(KeyProviders providers, World world, List<String> order) {
    this.providers = providers;
    this.world = world;
    this.order = order.isEmpty() ? ids(providers) : List.copyOf(order);
  }

  private static List<String> ids(KeyProviders providers) {
    List<String> ids = new ArrayList<>();
    for (KeyProvider provider : providers.all()) {
      ids.add(provider.id());
    }
    return ids;
  }

  /** The providers that this ring asks. */
  public KeyProviders providers() {
    return providers;
  }

  /**
   * The data key of a file, a copy that the caller closes.
   *
   * @param threshold the number of groups needed, 0 for all; ignored for one group
   * @throws SealconfException with {@code NO_DATA_KEY} and every key that was tried with the reason
   *     why it failed
   */
  public SecretBytes unwrap(List<WrappedGroup> groups, int threshold) {
    FailedAttempts failures = new FailedAttempts(groups.size());
    List<SecretBytes> shares = new ArrayList<>();
    try {
      for (int i = 0; i < groups.size(); i++) {
        share(groups.get(i), i, failures).ifPresent(shares::add);
      }
      int needed = threshold == 0 || groups.size() == 1 ? groups.size() : threshold;
      if (shares.isEmpty() || shares.size() < needed) {
        throw failures.noDataKey(shares.size(), needed);
      }
      return groups.size() == 1 ? copy(shares.get(0)) : combine(shares);
    } finally {
      shares.forEach(SecretBytes::close);
    }
  }

  /**
   * The data key wrapped for every master key of every group, split if there are several groups.
   * The master keys that come back may have more fields than those that went in.
   *
   * @param dataKey {@link #DATA_KEY} bytes
   * @param threshold the number of groups that will be needed, 0 for all; ignored for one group
   * @throws SealconfException if there is no group, an empty one, a threshold that can't be, or a
   *     key that can't wrap: then nothing is wrapped
   */
  public List<WrappedGroup> wrap(SecretBytes dataKey, List<KeyGroup> groups, int threshold) {
    requireGroups(groups);
    if (groups.size() == 1) {
      return List.of(wrap(dataKey, groups.get(0)));
    }
    int needed = threshold == 0 ? groups.size() : threshold;
    requireThreshold(needed, groups.size());
    List<SecretBytes> shares = Shamir.split(dataKey, groups.size(), needed, world.entropy()::bytes);
    try {
      List<WrappedGroup> wrapped = new ArrayList<>();
      for (int i = 0; i < shares.size(); i++) {
        wrapped.add(wrap(shares.get(i), groups.get(i)));
      }
      return wrapped;
    } finally {
      shares.forEach(SecretBytes::close);
    }
  }

  private Optional<SecretBytes> share(WrappedGroup group, int number, FailedAttempts failures) {
    List<WrappedKey> keys = new ArrayList<>(group.keys());
    keys.sort((a, b) -> Integer.compare(place(a), place(b)));
    for (WrappedKey key : keys) {
      try {
        return Optional.of(unwrapOnce(key));
      } catch (SealconfException e) {
        failures.add(number, key.masterKey(), e);
      }
    }
    return Optional.empty();
  }

  private int place(WrappedKey key) {
    int place = order.indexOf(key.masterKey().provider());
    return place < 0 ? order.size() : place;
  }

  private SecretBytes unwrapOnce(WrappedKey key) {
    // By text: the hash code of a record takes the virtual machine 16 classes made on the spot.
    MasterKey masterKey = key.masterKey();
    String identity = masterKey.provider() + ' ' + masterKey.name() + '\n' + key.enc();
    return unwrapped.computeIfAbsent(identity, k -> new Unwrapping()).share(() -> unwrap(key));
  }

  private SecretBytes unwrap(WrappedKey key) {
    return provider(key.masterKey()).unwrap(key, world);
  }

  private KeyProvider provider(MasterKey key) {
    return providers
        .named(key.provider())
        .orElseThrow(
            () ->
                new SealconfException(
                    ExitCode.GENERIC,
                    "sealconf has no provider for " + Printable.quote(key.provider()) + " yet"));
  }

  private WrappedGroup wrap(SecretBytes share, KeyGroup group) {
    List<WrappedKey> keys = new ArrayList<>();
    for (MasterKey key : group.masterKeys()) {
      KeyProvider provider = provider(key);
      MasterKey complete = provider.complete(key, world);
      keys.add(new WrappedKey(complete, provider.wrap(share, complete, world)));
    }
    return new WrappedGroup(keys);
  }

  private static SecretBytes combine(List<SecretBytes> shares) {
    return Shamir.combine(shares)
        .filter(key -> key.length() == DATA_KEY)
        .orElseThrow(
            () ->
                new SealconfException(
                    ExitCode.NO_DATA_KEY,
                    "failed to get the data key of the file: the shares of its key groups don't"
                        + " belong together"));
  }

  private static SecretBytes copy(SecretBytes key) {
    if (key.length() != DATA_KEY) {
      throw new SealconfException(
          ExitCode.NO_DATA_KEY,
          "failed to get the data key of the file: it has " + key.length() + " bytes, not 32");
    }
    return SecretBytes.owning(key.exposed().clone());
  }

  private static void requireGroups(List<KeyGroup> groups) {
    if (groups.isEmpty()) {
      throw new SealconfException(ExitCode.GENERIC, "there is no key to encrypt for")
          .hint("name a recipient, for example --age age1…, or write one into .sops.yaml")
          .hint("sealconf init makes a key and a .sops.yaml");
    }
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).masterKeys().isEmpty()) {
        throw new SealconfException(
                ExitCode.GENERIC, "key group " + (i + 1) + " of " + groups.size() + " has no key")
            .hint("add a recipient to it, or leave the group out");
      }
    }
  }

  private static void requireThreshold(int threshold, int groups) {
    if (threshold < 2 || threshold > groups || groups > Shamir.MOST_SHARES) {
      throw new SealconfException(
              ExitCode.GENERIC,
              "a data key can't be split into "
                  + groups
                  + " groups of which "
                  + threshold
                  + " are needed")
          .hint("the threshold lies between 2 and the number of groups, at most 255");
    }
  }

  /** The outcome of unwrapping one key, found out once. */
  private static final class Unwrapping {
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
  }
}
