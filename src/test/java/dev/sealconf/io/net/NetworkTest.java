package dev.sealconf.io.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.ProxyFake;
import dev.sealconf.io.TestTls;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NetworkTest {
  private static final URI VAULT = URI.create("https://vault.test:8200/v1");

  @TempDir static Path shared;
  private static TestTls tls;
  private static HttpsServer server;

  @BeforeAll
  static void start() throws IOException {
    tls = TestTls.in(shared, "dns:vault.test,dns:localhost,ip:127.0.0.1");
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls.server()));
    server.createContext(
        "/",
        exchange -> {
          String proxied = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
          byte[] body = ("origin " + proxied).getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void usesTheProxyOfTheScheme() {
    Network network =
        network("HTTPS_PROXY", "http://secure.test:3128", "http_proxy", "plain.test:8080");

    assertThat(network.proxy(VAULT)).hasValue(URI.create("http://secure.test:3128"));
    assertThat(network.proxy(URI.create("http://vault.test/")))
        .hasValue(URI.create("http://plain.test:8080"));
    assertThat(network().proxy(VAULT)).isEmpty();
    assertThat(network.proxies().select(VAULT))
        .containsExactly(Network.asProxy(URI.create("http://secure.test:3128")));
  }

  @Test
  void callsHostsInNoProxyAndThisMachineDirectly() {
    Network network = network("https_proxy", "proxy.test", "NO_PROXY", "vault.test:8200,.corp");

    assertThat(network.proxy(VAULT)).isEmpty();
    assertThat(network.proxies().select(VAULT)).containsExactly(Proxy.NO_PROXY);
    assertThat(network.proxy(URI.create("https://localhost:8200"))).isEmpty();
    assertThat(network.proxy(URI.create("https://vault.test")))
        .hasValue(URI.create("http://proxy.test:80"));
  }

  @Test
  void refusesAMalformedProxyWithoutShowingItsPassword() {
    for (String text :
        new String[] {"socks5://u:secret@p:1", "https://u:secret@p", "http://", " "}) {
      assertThatThrownBy(() -> network("HTTPS_PROXY", text).proxy(VAULT))
          .isInstanceOf(SealconfException.class)
          .hasMessage("HTTPS_PROXY does not name an HTTP proxy");
    }
  }

  @Test
  void readsUserAndPasswordOfAProxy() {
    URI proxy = Network.proxy("http://me%40home:a+b%3Ac@proxy.test:1", "HTTPS_PROXY");

    assertThat(Network.credentials(proxy))
        .hasValueSatisfying(
            found -> {
              assertThat(found.getUserName()).isEqualTo("me@home");
              assertThat(found.getPassword()).isEqualTo("a+b:c".toCharArray());
            });
    assertThat(Network.credentials(Network.proxy("proxy.test", ""))).isEmpty();
  }

  @Test
  void sendsThePasswordOnlyToTheProxy() throws IOException {
    try (ProxyFake proxy = new ProxyFake(server.getAddress().getPort(), "me:pass")) {
      String address = "http://me:pass@127.0.0.1:" + proxy.port();
      assertThat(through(network("HTTPS_PROXY", address, "SSL_CERT_FILE", tls.pem().toString())))
          .isEqualTo("origin null");
      assertThat(proxy.requests().get(0)).startsWith("CONNECT vault.test:8200 ");
    }
  }

  @Test
  void aProxyRefusesTheWrongPassword() {
    try (ProxyFake proxy = new ProxyFake(server.getAddress().getPort(), "me:pass")) {
      String address = "http://me:wrong@127.0.0.1:" + proxy.port();
      Network network = network("HTTPS_PROXY", address, "SSL_CERT_FILE", tls.pem().toString());
      assertThatThrownBy(() -> through(network)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void trustsNoOneWhomNoOneVouchesFor() {
    assertThatThrownBy(() -> direct(network())).isInstanceOf(SSLException.class);
  }

  @Test
  void trustsTheAuthoritiesThatTheEnvironmentNames() throws IOException {
    String folder = Files.createDirectory(shared.resolve("authorities")).toString();
    Files.copy(tls.pem(), Path.of(folder, "ours.pem"));
    Files.writeString(Path.of(folder, "README"), "not a certificate");

    assertThat(direct(network("SSL_CERT_FILE", tls.pem().toString()))).startsWith("origin");
    assertThat(direct(network("SSL_CERT_DIR", folder))).startsWith("origin");
  }

  @Test
  void dropsTheAuthoritiesOfJavaOnlyIfBothFileAndFolderAreSet() throws IOException {
    String folder = Files.createDirectory(shared.resolve("only")).toString();
    Files.copy(tls.pem(), Path.of(folder, "ours.pem"));
    String file = tls.pem().toString();

    assertThat(issuers(network("SSL_CERT_FILE", file))).isGreaterThan(1);
    assertThat(issuers(network("SSL_CERT_DIR", folder))).isGreaterThan(1);
    assertThat(issuers(network("SSL_CERT_FILE", file, "SSL_CERT_DIR", folder))).isEqualTo(1);
    assertThat(network().authorities()).isEmpty();
  }

  @Test
  void namesAFileWithoutCertificates() throws IOException {
    Path empty = Files.writeString(shared.resolve("empty.pem"), "nothing here\n");
    Path folder = Files.createDirectory(shared.resolve("none"));

    for (String path : new String[] {empty.toString(), folder.toString(), "/no/such/file"}) {
      assertThatThrownBy(() -> network().authorities(Path.of(path)))
          .isInstanceOf(SealconfException.class)
          .hasMessageContaining("can't read certificates from '");
    }
    assertThatThrownBy(() -> Network.authorities("x", "VAULT_CACERT_BYTES"))
        .hasMessage("can't read certificates from VAULT_CACERT_BYTES");
  }

  private static int issuers(Network network) {
    Optional<X509TrustManager> authorities = network.authorities();
    return authorities.orElseThrow().getAcceptedIssuers().length;
  }

  private static String direct(Network network) throws IOException {
    URI uri = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
    return get((HttpsURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY), network);
  }

  private static String through(Network network) throws IOException {
    URI proxy = network.proxy(VAULT).orElseThrow();
    HttpURLConnection connection =
        (HttpURLConnection) VAULT.toURL().openConnection(Network.asProxy(proxy));
    connection.setAuthenticator(Network.authenticator(proxy));
    return get((HttpsURLConnection) connection, network);
  }

  private static String get(HttpsURLConnection connection, Network network) throws IOException {
    connection.setSSLSocketFactory(Network.tls(network.authorities()).getSocketFactory());
    return new String(connection.getInputStream().readAllBytes(), UTF_8);
  }

  private static Network network(String... variables) {
    TestWorld world = TestWorld.in(shared);
    for (int i = 0; i < variables.length; i += 2) {
      world.with(variables[i], variables[i + 1]);
    }
    return new Network(world.world());
  }
}
