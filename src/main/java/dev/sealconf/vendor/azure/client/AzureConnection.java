package dev.sealconf.vendor.azure.client;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.Configuration;
import com.azure.core.util.ConfigurationBuilder;
import com.azure.core.util.ConfigurationSource;
import com.azure.core.util.Context;
import com.azure.identity.DefaultAzureCredentialBuilder;
import dev.sealconf.io.World;
import dev.sealconf.io.net.Network;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * How a run speaks with Azure: over its own network settings, as the user of Azure's <a
 * href="https://learn.microsoft.com/azure/developer/java/sdk/authentication/credential-chains">
 * default chain</a>, whose settings come from the run's environment and nowhere else.
 */
public final class AzureConnection {
  private static final RetryOptions ONCE =
      new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1)));

  /** Any address of Azure's, to learn which proxy leads there. */
  private static final URI AZURE = URI.create("https://vault.azure.net");

  private final HttpClient http;
  private final Configuration configuration;
  private final TokenCredential user;

  /** Connects as the environment of this world says. */
  public AzureConnection(World world) {
    http = http(new Network(world));
    ConfigurationSource none = path -> Map.of();
    configuration = new ConfigurationBuilder(none, none, path -> world.environment()).build();
    user =
        new DefaultAzureCredentialBuilder()
            .httpClient(http)
            .configuration(configuration)
            .retryOptions(ONCE)
            .maxRetry(1)
            .build();
  }

  /**
   * The answer of a vault to a request without credentials, which says whose tokens it accepts. No
   * redirect is followed.
   *
   * @param address of something in the vault
   */
  HttpResponse challenge(String address) {
    return http.sendSync(
        new HttpRequest(HttpMethod.GET, address + "?api-version=7.4"), Context.NONE);
  }

  /** The token of the user for a service, by the domain of its hosts. */
  String token(String domain) {
    String scope = "https://" + domain + "/.default";
    return user.getTokenSync(new TokenRequestContext().addScopes(scope)).getToken();
  }

  /** The HTTP client, with the proxies and authorities of the run. */
  public HttpClient http() {
    return http;
  }

  /** The settings, from the run's environment. */
  public Configuration configuration() {
    return configuration;
  }

  /** Who signs in. */
  public TokenCredential user() {
    return user;
  }

  /** No retries: {@code Requests} makes them. */
  public RetryOptions once() {
    return ONCE;
  }

  /** Without a configuration of its own, so that proxies are those of the network alone. */
  private static HttpClient http(Network network) {
    java.net.http.HttpClient.Builder builder =
        java.net.http.HttpClient.newBuilder()
            .connectTimeout(Network.CONNECT_TIMEOUT)
            .proxy(network.proxies())
            .sslContext(Network.tls(network.authorities()));
    HttpClient http =
        new JdkHttpClientBuilder(builder)
            .connectionTimeout(Network.CONNECT_TIMEOUT)
            .responseTimeout(Network.REQUEST_TIMEOUT)
            .readTimeout(Network.REQUEST_TIMEOUT)
            .writeTimeout(Network.REQUEST_TIMEOUT)
            .configuration(Configuration.NONE)
            .build();
    return network.proxy(AZURE).map(proxy -> ProxyUser.of(http, proxy)).orElse(http);
  }
}
