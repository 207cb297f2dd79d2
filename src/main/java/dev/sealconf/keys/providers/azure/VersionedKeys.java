package dev.sealconf.keys.providers.azure;

import dev.sealconf.io.World;
import dev.sealconf.keys.KeyClient;
import dev.sealconf.keys.MasterKey;

/** A client that also knows which version of a key is the current one. */
public interface VersionedKeys extends KeyClient {

  /**
   * The current version of a key.
   *
   * @throws dev.sealconf.error.SealconfException with {@code GENERIC} if it can't be found out
   */
  String currentVersion(MasterKey key, World world);
}
