package dev.sealconf.keys;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.ExitCode;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.util.Optional;

/** The keys that this machine's providers have, or can ask for. */
public final class LocalKeys implements KeyService {
  private final KeyProviders providers;
  private final World world;
  private final Reach reach;

  public LocalKeys(KeyProviders providers, World world, Reach reach) {
    this.providers = providers;
    this.world = world;
    this.reach = reach;
  }

  @Override
  public boolean asksNetwork(MasterKey key) {
    Optional<KeyProvider> provider = providers.named(key.provider());
    return provider.isPresent() && provider.get().asksNetwork(key, world);
  }

  /** The master key with what is only known when it wraps. */
  public MasterKey complete(MasterKey key) {
    return allowed(key).complete(key, world);
  }

  @Override
  public String wrap(SecretBytes share, MasterKey to) {
    return allowed(to).wrap(share, to, world);
  }

  @Override
  public SecretBytes unwrap(WrappedKey key) {
    return allowed(key.masterKey()).unwrap(key, world);
  }

  /** The provider of a key that may be asked. */
  private KeyProvider allowed(MasterKey key) {
    KeyProvider provider =
        providers
            .named(key.provider())
            .orElseThrow(
                () ->
                    new SealconfException(
                        ExitCode.GENERIC,
                        "sealconf has no provider for " + Printable.quote(key.provider())));
    if (provider.remote()) {
      reach.require(provider, key);
    }
    return provider;
  }
}
