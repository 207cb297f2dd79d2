package dev.sealconf.keys.providers.azure;

import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.plugin.LazyClient;
import java.util.Optional;

/**
 * Checks whether a key that only a file names is in a vault of the user's own tenant, on a host of
 * the cloud that the environment selects.
 */
public final class OwnTenant {
  private final World world;
  private final LazyClient<VersionedKeys> client;

  /** Uses this client to ask for the user's tenant, once. */
  public OwnTenant(World world, LazyClient<VersionedKeys> client) {
    this.world = world;
    this.client = client;
  }

  /**
   * Returns why the key isn't in the user's tenant (the end of a sentence), or empty if it is.
   *
   * @throws dev.sealconf.error.SealconfException if the tenant can't be determined
   */
  public Optional<String> outside(MasterKey key) {
    AzureKey name = AzureKey.of(key.fields());
    Optional<String> domain =
        name.valid()
            ? AzureCloud.chosen(world).flatMap(cloud -> cloud.domainOf(name))
            : Optional.empty();
    if (domain.isEmpty()) {
      return Optional.of("its host is not that of a vault in your cloud");
    }
    return client.get().isOfOwnTenant(key, domain.get(), world)
        ? Optional.empty()
        : Optional.of("its vault is in another tenant than your credentials");
  }
}
