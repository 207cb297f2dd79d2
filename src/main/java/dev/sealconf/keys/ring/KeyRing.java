package dev.sealconf.keys.ring;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.crypto.Shamir;
import dev.sealconf.error.FailureType;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.spi.KeyProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Wraps and unwraps data keys with all key services. It handles key groups, Shamir shares and the
 * decryption order. It remembers the shares and definite refusals for the most recent wrapped keys,
 * so that files with the same keys send one request. Safe for use by several threads until it is
 * closed.
 */
public final class KeyRing implements AutoCloseable {
  /** The length of a data key, in bytes. */
  public static final int DATA_KEY = 32;

  private final KeyProviders providers;
  private final World world;
  private final Reach reach;
  private final LocalKeys local;
  private final List<KeyService> services;
  private final List<String> order;
  private final UnwrapCache unwrapped = new UnwrapCache();

  /**
   * Creates a ring for one run that uses only the keys on this machine.
   *
   * @param order ids of providers to try first, in this order ({@code --decryption-order}). If
   *     empty, keys are tried by their providers' rank, and no key that needs a network is tried
   *     until all others have failed
   */
  public KeyRing(KeyProviders providers, World world, List<String> order) {
    this(providers, world, new Reach(world, NamedKeys.NONE, s -> {}), Services.LOCAL, order);
  }

  /**
   * Creates a ring for one run.
   *
   * @param services chooses the key services; each key is tried with them in order
   */
  public KeyRing(
      KeyProviders providers, World world, Reach reach, Services services, List<String> order) {
    this.providers = providers;
    this.world = world;
    this.reach = reach;
    this.local = new LocalKeys(providers, world, reach);
    this.services = List.copyOf(services.with(local));
    this.order = List.copyOf(order);
  }

  /** Chooses the key services of a ring. */
  public interface Services {
    /** Uses only this machine's keys. */
    Services LOCAL = List::of;

    /**
     * Returns the services in order. {@code local} serves this machine's keys and may be left out.
     */
    List<KeyService> with(KeyService local);
  }

  /** Returns the providers of this ring. */
  public KeyProviders providers() {
    return providers;
  }

  /**
   * Unwraps a file's data key. The caller closes the result.
   *
   * @param file the file's name in messages; empty if it has none
   * @param threshold the number of groups needed, or 0 for all; ignored if there is only one group
   * @throws SealconfException a {@code KeyFailure} that lists every key tried and why it failed
   * @throws IllegalStateException after {@link #close}
   */
  public SecretBytes unwrap(List<WrappedGroup> groups, int threshold, String file) {
    unwrapped.requireOpen();
    if (services.isEmpty()) {
      throw noService(KeyFailure.NotUnwrapped::new, "unwrap");
    }
    FailedAttempts failures = new FailedAttempts(groups.size(), reach::label);
    int needed = threshold == 0 || groups.size() == 1 ? groups.size() : threshold;
    Shares shares = new Shares(groups, needed, file);
    try {
      if (order.isEmpty()) {
        shares.collect(Pass.AT_HAND, failures);
        shares.collect(Pass.OVER_THE_NETWORK, failures);
      } else {
        shares.collect(Pass.ALL, failures);
      }
      if (shares.found.isEmpty() || shares.found.size() < needed) {
        throw OwnKeys.named(
            failures.noDataKey(shares.found.size(), needed), groups, providers, world);
      }
      SecretBytes dataKey = groups.size() == 1 ? copy(shares.found.get(0)) : combine(shares.found);
      reach.say("Data key recovered successfully");
      return dataKey;
    } finally {
      shares.found.forEach(SecretBytes::close);
    }
  }

  /**
   * Wraps the data key for every master key in every group. If there are several groups, splits it
   * into one share per group. The returned master keys may have more fields than those passed in.
   *
   * @param dataKey {@link #DATA_KEY} bytes
   * @param threshold the number of groups that will be needed to unwrap, or 0 for all; ignored if
   *     there is only one group
   * @throws SealconfException if there are no groups, a group is empty, the threshold isn't
   *     possible, or a key (named in the message) can't wrap
   * @throws IllegalStateException after {@link #close}
   */
  public List<WrappedGroup> wrap(SecretBytes dataKey, List<KeyGroup> groups, int threshold) {
    unwrapped.requireOpen();
    KeyGroups.require(groups);
    if (groups.size() == 1) {
      return List.of(wrap(dataKey, groups.get(0)));
    }
    int needed = threshold == 0 ? groups.size() : threshold;
    KeyGroups.requireThreshold(needed, groups.size());
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

  /** Does the same for a file, whose name appears in failures. */
  public List<WrappedGroup> wrap(
      SecretBytes dataKey, List<KeyGroup> groups, int threshold, String file) {
    try {
      return wrap(dataKey, groups, threshold);
    } catch (SealconfException e) {
      throw e.at(Location.of(file));
    }
  }

  /** Wipes the shares, forgets all results, and closes the connections to key services. */
  @Override
  public void close() {
    unwrapped.close();
    for (KeyService service : services) {
      service.close();
    }
  }

  private int place(WrappedKey key) {
    String provider = key.masterKey().provider();
    if (order.isEmpty()) {
      Optional<KeyProvider> known = providers.named(provider);
      return known.isPresent() ? known.get().rank() : Integer.MAX_VALUE;
    }
    int place = order.indexOf(provider);
    return place < 0 ? order.size() : place;
  }

  private SecretBytes unwrapOnce(WrappedKey key, KeyService service) {
    // Build the cache key as text: hashing a record makes the virtual machine generate 16 classes.
    MasterKey masterKey = key.masterKey();
    String identity =
        services.indexOf(service)
            + masterKey.provider()
            + ' '
            + masterKey.name()
            + '\n'
            + key.enc();
    return unwrapped.share(
        identity, () -> service == local ? local.unwrapWithinReach(key) : service.unwrap(key));
  }

  private WrappedGroup wrap(SecretBytes share, KeyGroup group) {
    List<WrappedKey> keys = new ArrayList<>();
    for (MasterKey key : group.masterKeys()) {
      try {
        MasterKey complete = local.complete(key);
        keys.add(new WrappedKey(complete, wrap(share, complete)));
      } catch (SealconfException e) {
        throw e.after("can't encrypt for " + FailedAttempts.shown(key) + ": ");
      }
    }
    return new WrappedGroup(keys);
  }

  /** Wraps with the first service that can. If none can, the failure gives the reasons of all. */
  private String wrap(SecretBytes share, MasterKey key) {
    SealconfException failure = null;
    for (KeyService service : services) {
      try {
        return service.wrap(share, key);
      } catch (SealconfException e) {
        failure = failure == null ? e : failure.hint(e.getMessage());
      }
    }
    if (failure == null) {
      throw noService(KeyFailure.NotWrapped::new, "wrap");
    }
    throw failure;
  }

  private static SealconfException noService(FailureType type, String verb) {
    return type.of("no key service can " + verb + " the data key")
        .hint("leave out --enable-local-keyservice=false, or name one with --keyservice");
  }

  private static SecretBytes combine(List<SecretBytes> shares) {
    return Shamir.combine(shares)
        .filter(key -> key.length() == DATA_KEY)
        .orElseThrow(
            () ->
                new KeyFailure.NoDataKey(
                    "failed to get the data key of the file: the shares of its key groups don't"
                        + " belong together"));
  }

  private static SecretBytes copy(SecretBytes key) {
    if (key.length() != DATA_KEY) {
      throw new KeyFailure.NoDataKey(
          "failed to get the data key of the file: it has " + key.length() + " bytes, not 32");
    }
    return SecretBytes.owning(key.exposed().clone());
  }

  /** Which keys to try in one pass over the groups. */
  private enum Pass {
    ALL,
    AT_HAND,
    OVER_THE_NETWORK;

    boolean has(boolean asksNetwork) {
      return this == ALL || asksNetwork == (this == OVER_THE_NETWORK);
    }
  }

  /** Collects shares for one file's groups, and no more than needed. */
  private final class Shares {
    private final List<WrappedGroup> groups;
    private final int needed;
    private final String file;
    private final boolean[] open;
    private final List<SecretBytes> found = new ArrayList<>();

    Shares(List<WrappedGroup> groups, int needed, String file) {
      this.groups = groups;
      this.needed = needed;
      this.file = file;
      this.open = new boolean[groups.size()];
    }

    void collect(Pass pass, FailedAttempts failures) {
      for (int i = 0; i < groups.size() && found.size() < needed; i++) {
        if (!open[i]) {
          open[i] = collect(i, pass, failures);
        }
      }
    }

    private boolean collect(int group, Pass pass, FailedAttempts failures) {
      List<WrappedKey> keys = new ArrayList<>(groups.get(group).keys());
      keys.sort((a, b) -> Integer.compare(place(a), place(b)));
      for (WrappedKey key : keys) {
        for (KeyService service : services) {
          if (pass.has(service.asksNetwork(key.masterKey()))) {
            try {
              // Checked here and not cached: which keys may be used depends on the file.
              if (service == local) {
                local.requireReach(key.masterKey(), file);
              }
              found.add(unwrapOnce(key, service));
              return true;
            } catch (SealconfException e) {
              failures.add(group, key.masterKey(), e);
            }
          }
        }
      }
      return false;
    }
  }
}
