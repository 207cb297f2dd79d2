package dev.sealconf.keys.providers.azure;

import dev.sealconf.io.World;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An Azure cloud, with the domains of its key vaults and managed HSMs (<a
 * href="https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates">table</a>).
 */
public record AzureCloud(List<String> domains) {
  private static final String VARIABLE = "AZURE_AUTHORITY_HOST";
  private static final String PUBLIC = "login.microsoftonline.com";
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
  private static final Map<String, AzureCloud> CLOUDS =
      Map.of(
          PUBLIC,
          new AzureCloud(List.of("vault.azure.net", "managedhsm.azure.net")),
          "login.chinacloudapi.cn",
          new AzureCloud(List.of("vault.azure.cn", "managedhsm.azure.cn")),
          "login.partner.microsoftonline.cn",
          new AzureCloud(List.of("vault.azure.cn", "managedhsm.azure.cn")),
          "login.microsoftonline.us",
          new AzureCloud(List.of("vault.usgovcloudapi.net", "managedhsm.usgovcloudapi.net")));

  /**
   * Returns the cloud that the environment selects, or empty if its authority host isn't
   * Microsoft's.
   */
  public static Optional<AzureCloud> chosen(World world) {
    return Optional.ofNullable(
        CLOUDS.get(world.variable(VARIABLE).map(AzureCloud::host).orElse(PUBLIC)));
  }

  private static String host(String text) {
    try {
      String host = URI.create(text.contains("://") ? text : "https://" + text).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /**
   * Returns the domain that contains the key's vault as a direct subdomain, or empty if there is
   * none.
   */
  public Optional<String> domainOf(AzureKey key) {
    String host = key.vault().startsWith("https://") ? key.vault().substring(8) : "";
    String plain = host.toLowerCase(Locale.ROOT).replaceFirst(":443$", "");
    return domains.stream()
        .filter(domain -> plain.endsWith("." + domain))
        .filter(domain -> isLabel(plain.substring(0, plain.length() - domain.length() - 1)))
        .findFirst();
  }

  private static boolean isLabel(String text) {
    return LABEL.matcher(text).matches();
  }
}
