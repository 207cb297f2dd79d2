package dev.sealconf.keys.providers.huawei;

import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.KeyClient;

/** A Huawei Cloud KMS client that also knows whether the user has configured a project. */
public interface HuaweiClient extends KeyClient {

  /**
   * Returns whether the user's credentials name a project, so that keys in other projects are never
   * requested.
   *
   * @throws dev.sealconf.error.SealconfException if there are no credentials
   */
  boolean hasProject(MasterKey key, World world);
}
