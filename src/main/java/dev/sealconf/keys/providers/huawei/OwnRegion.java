package dev.sealconf.keys.providers.huawei;

import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.plugin.LazyClient;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks whether a key that only a file names is in the user's configured region and project.
 * Requests always go to the project of the user's credentials.
 */
public final class OwnRegion {
  private static final String REGION = "HUAWEICLOUD_SDK_REGION";

  private final World world;
  private final LazyClient<HuaweiClient> client;

  /** Uses this client to ask for the user's project, once. */
  public OwnRegion(World world, LazyClient<HuaweiClient> client) {
    this.world = world;
    this.client = client;
  }

  /** Returns the name of the variable that holds the service's address in a region. */
  public static String addressVariable(String region) {
    return REGION + "_KMS_" + region.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /**
   * Returns why the key isn't in the user's region and project (the end of a sentence), or empty if
   * it is.
   *
   * @throws dev.sealconf.error.SealconfException if that can't be determined
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
