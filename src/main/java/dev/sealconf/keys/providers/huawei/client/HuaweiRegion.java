package dev.sealconf.keys.providers.huawei.client;

import com.huaweicloud.sdk.core.region.Region;
import com.huaweicloud.sdk.kms.v2.region.KmsRegion;
import dev.sealconf.io.World;
import dev.sealconf.keys.providers.huawei.OwnRegion;
import dev.sealconf.vendor.Refusal;
import dev.sealconf.vendor.ServiceFailure;
import java.net.URI;
import java.util.Optional;

/**
 * Finds the address of the service in a region: from an environment variable, or else from the
 * vendor's list.
 */
final class HuaweiRegion {
  private HuaweiRegion() {}

  static Region of(String name, World world) throws ServiceFailure {
    String variable = OwnRegion.addressVariable(name);
    Optional<String> address = world.variable(variable);
    try {
      if (address.isPresent()) {
        if (URI.create(address.get()).getHost() == null) {
          throw new ServiceFailure(Refusal.MISCONFIGURED, variable + " is not an address");
        }
        return new Region(name, address.get());
      }
      return KmsRegion.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new ServiceFailure(
              Refusal.MISCONFIGURED, "the region is unknown, and " + variable + " is not set")
          .from(e);
    }
  }

  /**
   * Returns the region's first address. If that host doesn't exist, the client tries the other
   * addresses.
   */
  static URI address(Region region) {
    return URI.create(region.getEndpoints().get(0));
  }
}
