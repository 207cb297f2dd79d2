package dev.sealconf.vendor.azure.client;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import dev.sealconf.io.World;
import dev.sealconf.vendor.JsonTexts;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the tenant of a vault and of the user. */
public final class Tenants {
  private static final String ID = "([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})";
  private static final Pattern CHALLENGE =
      Pattern.compile("authorization(?:_uri)?=\"?https://[^/\"]+/" + ID + "(?![0-9a-fA-F-])");

  private final World world;
  private final AzureConnection connection;

  /** Sends requests through this connection. */
  public Tenants(World world, AzureConnection connection) {
    this.world = world;
    this.connection = connection;
  }

  /**
   * Returns the tenant whose tokens a vault accepts, or empty if the vault doesn't say.
   *
   * @param address the address of something in the vault
   * @throws HttpResponseException if the vault is busy
   */
  public Optional<String> ofVault(String address) {
    try (HttpResponse answer = connection.challenge(address)) {
      String challenge = answer.getHeaderValue(HttpHeaderName.WWW_AUTHENTICATE);
      if (challenge == null && AzureFailure.isBusy(answer.getStatusCode())) {
        throw new HttpResponseException("busy", answer);
      }
      return challenge == null ? Optional.empty() : find(CHALLENGE, challenge);
    }
  }

  /**
   * Returns whether the user belongs to a tenant, according to the environment or to the user's
   * token for {@code domain}.
   */
  public boolean userIsOf(String tenant, String domain) {
    return world.variable("AZURE_TENANT_ID").filter(tenant::equalsIgnoreCase).isPresent()
        || ofToken(connection.token(domain)).filter(tenant::equalsIgnoreCase).isPresent();
  }

  private static Optional<String> ofToken(String token) {
    try (JsonTexts claims = JsonTexts.in(claims(token))) {
      return claims.text("tid");
    }
  }

  /** Returns the claims of a JSON web token as JSON, or no bytes if the text isn't one. */
  private static byte[] claims(String token) {
    String[] parts = token.split("\\.");
    try {
      return parts.length == 3 ? Base64.getUrlDecoder().decode(parts[1]) : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
