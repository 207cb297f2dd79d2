package dev.sealconf.keys.providers.huawei;

import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.plugin.LazyClient;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a key that only a file names is in the region and the project that the user has
 * configured. Requests go to the project of the credentials, whatever the key.
 */
public final class OwnRegion {
  private static final String REGION = "HUAWEICLOUD_SDK_REGION";

  private final World world;
  private final LazyClient<HuaweiClient> client;

  /** Asks for the user's project and region with this client, once. */
  public OwnRegion(World world, LazyClient<HuaweiClient> client) {
    this.world = world;
    this.client = client;
  }

  /** The variable that holds the address of the service in a region. */
  public static String addressVariable(String region) {
    return REGION + "_KMS_" + region.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /**
   * Why it is not, as the end of a sentence; empty if it is.
   *
   * @throws dev.sealconf.error.SealconfException if it can't be determined
   */
  public Optional<String> outside(MasterKey key) {
    HuaweiKey name = HuaweiKey.of(key.fields());
    if (!name.valid()) {
      return Optional.of("its name is not that of a key");
    }
    boolean own =
        world.variable(REGION).equals(Optional.of(name.region()))
            || world.variable(addressVariable(name.region())).isPresent();
    if (!own) {
      return Optional.of(REGION + " is not " + Printable.quote(name.region()));
    }
    return client.get().hasProject(key, world)
        ? Optional.empty()
        : Optional.of("your credentials name no project (HUAWEICLOUD_SDK_PROJECT_ID)");
  }
}
