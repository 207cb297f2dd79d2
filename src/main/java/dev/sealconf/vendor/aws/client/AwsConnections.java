package dev.sealconf.vendor.aws.client;

import dev.sealconf.io.net.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import software.amazon.awssdk.http.urlconnection.UrlConnectionFactory;

/**
 * Opens connections with the run's {@link Network} settings: proxy, certificate authorities and
 * timeouts.
 */
final class AwsConnections implements UrlConnectionFactory {
  private final Network network;
  private final SSLSocketFactory tls;

  /**
   * Creates the connections of one run.
   *
   * @param authorities a PEM file with the only certificate authorities to trust; empty for the
   *     default
   */
  AwsConnections(Network network, Optional<Path> authorities) {
    this.network = network;
    // Shared by all connections, because Java reuses open connections by URL and factory.
    this.tls =
        Network.tls(authorities.map(network::authorities).or(network::authorities))
            .getSocketFactory();
  }

  @Override
  public HttpURLConnection createConnection(URI uri) {
    Optional<URI> proxy = network.proxy(uri);
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              uri.toURL().openConnection(proxy.map(Network::asProxy).orElse(Proxy.NO_PROXY));
      if (connection instanceof HttpsURLConnection https) {
        https.setSSLSocketFactory(tls);
      }
      proxy.ifPresent(address -> authorize(connection, address));
      connection.setConnectTimeout((int) Network.CONNECT_TIMEOUT.toMillis());
      connection.setReadTimeout((int) Network.REQUEST_TIMEOUT.toMillis());
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sets the proxy's credentials, and sends them with the first request, too: Java can't resend a
   * request whose body it hasn't kept.
   */
  private static void authorize(HttpURLConnection connection, URI proxy) {
    Optional<PasswordAuthentication> user = Network.credentials(proxy);
    if (user.isPresent()) {
      String pair = user.get().getUserName() + ":" + new String(user.get().getPassword());
      byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
      connection.setAuthenticator(Network.authenticator(proxy));
      connection.setRequestProperty(
          "Proxy-Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
  }
}
