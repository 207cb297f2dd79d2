package dev.sealconf.keys.providers.azure.client;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import dev.sealconf.io.World;
import dev.sealconf.keys.providers.azure.AzureKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which tenant a vault and a user are of. */
final class Tenants {
  private static final String ID = "([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})";
  private static final Pattern CHALLENGE =
      Pattern.compile("authorization(?:_uri)?=\"?https://[^/\"]+/" + ID + "(?![0-9a-fA-F-])");
  private static final Pattern CLAIM = Pattern.compile("\"tid\"\\s*:\\s*\"" + ID + "\"");

  private final World world;
  private final AzureConnection connection;

  Tenants(World world, AzureConnection connection) {
    this.world = world;
    this.connection = connection;
  }

  /** The tenant whose tokens a vault accepts; empty if it does not say. */
  Optional<String> ofVault(AzureKey key) {
    try (HttpResponse answer = connection.challenge(key)) {
      String challenge = answer.getHeaderValue(HttpHeaderName.WWW_AUTHENTICATE);
      return challenge == null ? Optional.empty() : find(CHALLENGE, challenge);
    }
  }

  /** Whether the user is of a tenant: by the environment, or by the token that they get. */
  boolean userIsOf(String tenant, String domain) {
    return world.variable("AZURE_TENANT_ID").filter(tenant::equalsIgnoreCase).isPresent()
        || find(CLAIM, claims(connection.token(domain)))
            .filter(tenant::equalsIgnoreCase)
            .isPresent();
  }

  /** The middle part of a JSON web token; empty if it is none. */
  private static String claims(String token) {
    String[] parts = token.split("\\.");
    try {
      return parts.length == 3
          ? new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
          : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
