package dev.sealconf.keys.providers.azure;

import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.KeyClient;

/** A client that also knows which version of a key is the current one, and whose a vault is. */
public interface VersionedKeys extends KeyClient {

  /**
   * The current version of a key.
   *
   * @throws dev.sealconf.error.SealconfException with {@code GENERIC} if it can't be found out
   */
  String currentVersion(MasterKey key, World world);

  /**
   * Whether a key's vault accepts the tokens of the same tenant that the credentials in use are of.
   * The vault is asked without any credentials which tenant that is.
   *
   * @param domain the domain of the vault, which tokens are made for
   * @throws dev.sealconf.error.SealconfException with {@code NO_DATA_KEY} if it can't be found out
   */
  boolean isOfOwnTenant(MasterKey key, String domain, World world);
}
