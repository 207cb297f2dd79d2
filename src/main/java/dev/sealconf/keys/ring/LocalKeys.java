package dev.sealconf.keys.ring;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.FailureType;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.spi.KeyProvider;
import java.util.Optional;

/** The keys that this machine's providers can use, locally or in a cloud service. */
public final class LocalKeys implements KeyService {
  private final KeyProviders providers;
  private final World world;
  private final Reach reach;
  private final String file;

  /** Creates the keys for files without a name. */
  public LocalKeys(KeyProviders providers, World world, Reach reach) {
    this(providers, world, reach, "");
  }

  private LocalKeys(KeyProviders providers, World world, Reach reach, String file) {
    this.providers = providers;
    this.world = world;
    this.reach = reach;
    this.file = file;
  }

  /** Returns the same keys for a file. The name identifies it in messages. */
  public LocalKeys forFile(String name) {
    return new LocalKeys(providers, world, reach, name);
  }

  @Override
  public boolean asksNetwork(MasterKey key) {
    Optional<KeyProvider> provider = providers.named(key.provider());
    return provider.isPresent() && provider.get().asksNetwork(key, world);
  }

  /** Adds to the master key what is known only at the time of wrapping. */
  public MasterKey complete(MasterKey key) {
    return toWrap(key).complete(key, world);
  }

  @Override
  public String wrap(SecretBytes share, MasterKey to) {
    try {
      return toWrap(to).wrap(share, to, world);
    } catch (LinkageError e) {
      throw clientMissing(KeyFailure.NotWrapped::new).from(e);
    }
  }

  @Override
  public SecretBytes unwrap(WrappedKey key) {
    requireReach(key.masterKey(), file);
    return unwrapWithinReach(key);
  }

  /**
   * Unwraps only with the identity that the master key names.
   *
   * @throws SealconfException if the data key was wrapped for another identity
   */
  public SecretBytes unwrapByNamed(WrappedKey key) {
    requireReach(key.masterKey(), file);
    return provider(key.masterKey()).unwrapByNamed(key, world);
  }

  /**
   * Returns normally if a key may be used to unwrap for a file.
   *
   * @throws SealconfException if it may not
   */
  void requireReach(MasterKey key, String forFile) {
    KeyProvider provider = provider(key);
    if (provider.remote()) {
      try {
        reach.requireToUnwrap(provider, key, forFile);
      } catch (LinkageError e) {
        throw clientMissing(KeyFailure.NotUnwrapped::new).from(e);
      }
    }
  }

  /** Unwraps with a key that has passed {@link #requireReach}. */
  SecretBytes unwrapWithinReach(WrappedKey key) {
    try {
      return provider(key.masterKey()).unwrap(key, world);
    } catch (LinkageError e) {
      throw clientMissing(KeyFailure.NotUnwrapped::new).from(e);
    }
  }

  /** A program that uses the library may lack the vendor's jars, which the command brings along. */
  private static SealconfException clientMissing(FailureType type) {
    return type.of("classes of the vendor's client are missing")
        .hint("add the client to the class path: docs/java.md says which one");
  }

  private KeyProvider toWrap(MasterKey key) {
    KeyProvider provider = provider(key);
    if (provider.remote()) {
      reach.requireToWrap(provider, key);
    }
    return provider;
  }

  private KeyProvider provider(MasterKey key) {
    Optional<KeyProvider> provider = providers.named(key.provider());
    if (provider.isEmpty()) {
      throw new KeyFailure.NotWrapped(
          "sealconf has no provider for " + Printable.quote(key.provider()));
    }
    return provider.get();
  }
}
