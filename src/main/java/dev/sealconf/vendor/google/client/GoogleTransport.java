package dev.sealconf.vendor.google.client;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.http.HttpTransportFactory;
import dev.sealconf.io.World;
import dev.sealconf.io.net.Network;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Optional;

/** Google's HTTP transport, with the proxies and certificate authorities of a run. */
public final class GoogleTransport implements HttpTransportFactory {
  /** The metadata server of a Google machine, which can't be reached through a proxy. */
  static final String METADATA_ADDRESS = "169.254.169.254";

  private static final List<String> METADATA_HOSTS =
      List.of(METADATA_ADDRESS, "metadata.google.internal");

  private final Network network;
  private final HttpTransport transport;

  /** Connects with the environment of this world. */
  public GoogleTransport(World world) {
    this.network = new Network(world);
    this.transport =
        new NetHttpTransport.Builder()
            .setConnectionFactory(this::open)
            .setSslSocketFactory(Network.tls(network.authorities()).getSocketFactory())
            .build();
  }

  @Override
  public HttpTransport create() {
    return transport;
  }

  private HttpURLConnection open(URL url) throws IOException {
    URI to = URI.create(url.toString());
    Optional<URI> proxy =
        METADATA_HOSTS.contains(to.getHost()) ? Optional.empty() : network.proxy(to);
    HttpURLConnection connection =
        (HttpURLConnection) url.openConnection(proxy.map(Network::asProxy).orElse(Proxy.NO_PROXY));
    proxy.map(Network::authenticator).ifPresent(connection::setAuthenticator);
    return connection;
  }
}
