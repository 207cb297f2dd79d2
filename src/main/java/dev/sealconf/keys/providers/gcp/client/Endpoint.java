package dev.sealconf.keys.providers.gcp.client;

import dev.sealconf.io.World;
import dev.sealconf.vendor.Refusal;
import dev.sealconf.vendor.ServiceFailure;
import java.net.URI;
import java.util.Optional;

/** The address of Google Cloud KMS, or of another provider of the same service. */
final class Endpoint {
  private static final String ADDRESS = "SOPS_GCP_KMS_ENDPOINT";
  private static final String UNIVERSE = "SOPS_GCP_KMS_UNIVERSE_DOMAIN";

  private Endpoint() {}

  /** Returns an address that ends with a slash. {@code HOST} and {@code HOST:PORT} mean HTTPS. */
  static URI of(World world) throws ServiceFailure {
    Optional<String> address = world.variable(ADDRESS);
    String universe = world.variable(UNIVERSE).orElse("googleapis.com");
    return address.isPresent()
        ? uri(address.get(), ADDRESS)
        : uri("cloudkms." + universe, UNIVERSE);
  }

  private static URI uri(String text, String variable) throws ServiceFailure {
    String full = text.contains("://") ? text : "https://" + text;
    try {
      URI uri = URI.create(full.endsWith("/") ? full : full + "/");
      if (uri.getHost() != null && (full.startsWith("https:") || full.startsWith("http:"))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // reported below
    }
    throw new ServiceFailure(Refusal.MISCONFIGURED, variable + " is not an address");
  }
}
