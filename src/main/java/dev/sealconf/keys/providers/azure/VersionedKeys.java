package dev.sealconf.keys.providers.azure;

import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.KeyClient;

/** A client that also knows the current version of a key and the tenant of a vault. */
public interface VersionedKeys extends KeyClient {

  /**
   * Returns the current version of a key.
   *
   * @throws dev.sealconf.error.SealconfException if it can't be determined
   */
  String currentVersion(MasterKey key, World world);

  /**
   * Returns whether the key's vault belongs to the same tenant as the user's credentials. It asks
   * the vault for its tenant, without sending credentials.
   *
   * @param domain the domain of the vault, for which tokens are issued
   * @throws dev.sealconf.error.SealconfException if the tenant can't be determined
   */
  boolean isOfOwnTenant(MasterKey key, String domain, World world);
}
