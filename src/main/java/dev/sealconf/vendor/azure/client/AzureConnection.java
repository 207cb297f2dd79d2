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
 * Connects to Azure with the run's network settings, as the user that Azure's <a
 * href="https://learn.microsoft.com/azure/developer/java/sdk/authentication/credential-chains">
 * default chain</a> finds. The chain takes its settings only from the run's environment.
 */
public final class AzureConnection {
  private static final RetryOptions ONCE =
      new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1)));

  /** Any Azure address, used to look up the proxy for Azure. */
  private static final URI AZURE = URI.create("https://vault.azure.net");

  private final HttpClient http;
  private final Configuration configuration;
  private final TokenCredential user;

  /** Connects with the environment of this world. */
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
   * Sends the vault a request without credentials. The answer says which tenant's tokens the vault
   * accepts. Follows no redirects.
   *
   * @param address the address of something in the vault
   */
  HttpResponse challenge(String address) {
    return http.sendSync(
        new HttpRequest(HttpMethod.GET, address + "?api-version=7.4"), Context.NONE);
  }

  /**
   * Returns the user's token for a service.
   *
   * @param domain the domain of the service's hosts
   */
  String token(String domain) {
    String scope = "https://" + domain + "/.default";
    return user.getTokenSync(new TokenRequestContext().addScopes(scope)).getToken();
  }

  /** Returns the HTTP client, with the proxies and certificate authorities of the run. */
  public HttpClient http() {
    return http;
  }

  /** Returns the settings from the run's environment. */
  public Configuration configuration() {
    return configuration;
  }

  /** Returns the credential that signs in. */
  public TokenCredential user() {
    return user;
  }

  /** Disables the client's own retries, because {@code Requests} retries. */
  public RetryOptions once() {
    return ONCE;
  }

  /** Creates a client without its own configuration, so that it uses only the network's proxies. */
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
