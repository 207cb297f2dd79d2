package dev.sealconf.keys.providers.huawei;

import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.KeyClient;

/** The client of Huawei Cloud KMS, which also knows whether the user has chosen a project. */
public interface HuaweiClient extends KeyClient {

  /**
   * Whether the credentials in use name a project: then no key of another one is ever asked.
   *
   * @throws dev.sealconf.error.SealconfException with {@code NO_DATA_KEY} if there are no
   *     credentials
   */
  boolean hasProject(MasterKey key, World world);
}
