package dev.sealconf.vendor.azure.client;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import dev.sealconf.io.net.Network;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import reactor.core.publisher.Mono;

/**
 * Adds the user's proxy credentials to every request. Java sends that header only to the proxy. An
 * {@code Authenticator} wouldn't work, because with one Java would drop the tokens for Azure.
 */
final class ProxyUser implements HttpClient {
  private final HttpClient http;
  private final String header;

  private ProxyUser(HttpClient http, String header) {
    this.http = http;
    this.header = header;
  }

  /**
   * Returns a client for use through a proxy, or the same client if the proxy's address contains no
   * user.
   */
  static HttpClient of(HttpClient http, URI proxy) {
    return Network.credentials(proxy)
        .<HttpClient>map(user -> new ProxyUser(http, basic(user)))
        .orElse(http);
  }

  private static String basic(PasswordAuthentication user) {
    String pair = user.getUserName() + ":" + new String(user.getPassword());
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    return http.send(named(request));
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request, Context context) {
    return http.send(named(request), context);
  }

  @Override
  public HttpResponse sendSync(HttpRequest request, Context context) {
    return http.sendSync(named(request), context);
  }

  private HttpRequest named(HttpRequest request) {
    return request.setHeader(HttpHeaderName.PROXY_AUTHORIZATION, header);
  }
}
