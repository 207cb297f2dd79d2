package dev.sealconf.vendor.vault;

import dev.sealconf.error.FailureType;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.net.Attempts;
import dev.sealconf.io.net.Network;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends POST requests to Vaults. Retries a busy Vault. Follows one redirect, as standby nodes send,
 * but only to an address that the environment names.
 */
public final class VaultConnection {
  private static final int MOST_BYTES = 1 << 20;
  private static final int NOT_CAUGHT_UP = 412;
  private static final List<Integer> REDIRECTS = List.of(301, 302, 307, 308);

  private final World world;
  private final VaultAllowlist allowlist;
  private final FailureType type;
  private final VaultEnvironment environment;
  private SSLSocketFactory tls;

  /**
   * Creates the connections of one run.
   *
   * @param allowlist the addresses that requests may go to
   * @param type the type of every failure
   */
  public VaultConnection(World world, VaultAllowlist allowlist, FailureType type) {
    this.world = world;
    this.allowlist = allowlist;
    this.type = type;
    this.environment = new VaultEnvironment(world);
  }

  /**
   * Posts JSON and returns the answer, which the caller closes.
   *
   * @param path the path below {@code /v1/}, encoded
   * @param headers may include a token
   * @throws SealconfException if no Vault answers
   */
  public VaultAnswer post(VaultAddress to, String path, Map<String, String> headers, byte[] body) {
    Reply reply = reply(to, path, headers, body);
    if (REDIRECTS.contains(reply.answer.status()) && reply.location != null) {
      reply.answer.close();
      VaultAddress other = allowed(to, path, reply.location);
      reply = reply(other, path, headers, body);
    }
    return reply.answer;
  }

  private Reply reply(VaultAddress to, String path, Map<String, String> headers, byte[] body) {
    allowlist.require(to);
    URI uri = URI.create(to + "/v1/" + path);
    Optional<URI> proxy = environment.proxy(uri);
    Attempts attempts = new Attempts(world, environment.attempts());
    try {
      return attempts.make(() -> once(attempts, open(uri, proxy), headers, body));
    } catch (Attempts.Busy e) {
      throw busy(to, e.status()).from(e).temporary();
    } catch (IOException e) {
      throw unreachable(to, proxy.isPresent(), e).from(e).temporary();
    }
  }

  private HttpURLConnection open(URI uri, Optional<URI> proxy) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            uri.toURL().openConnection(proxy.map(Network::asProxy).orElse(Proxy.NO_PROXY));
    proxy.map(Network::authenticator).ifPresent(connection::setAuthenticator);
    if (connection instanceof HttpsURLConnection secure) {
      secure.setSSLSocketFactory(tls());
    }
    connection.setConnectTimeout((int) Network.CONNECT_TIMEOUT.toMillis());
    connection.setReadTimeout((int) environment.timeout().toMillis());
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    return connection;
  }

  private Reply once(
      Attempts attempts, HttpURLConnection connection, Map<String, String> headers, byte[] body)
      throws IOException {
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setRequestProperty("X-Vault-Request", "true");
    environment
        .header("NAMESPACE")
        .ifPresent(namespace -> connection.setRequestProperty("X-Vault-Namespace", namespace));
    headers.forEach(connection::setRequestProperty);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    int status = connection.getResponseCode();
    byte[] answer = body(connection, status);
    if (Attempts.isBusy(status) || status == NOT_CAUGHT_UP) {
      throw attempts.busy(status, connection.getHeaderField("Retry-After"));
    }
    return new Reply(VaultAnswer.of(status, answer), connection.getHeaderField("Location"));
  }

  /** Reads the body to its end, so that the connection can be reused. */
  private static byte[] body(HttpURLConnection connection, int status) throws IOException {
    try (InputStream in =
        status < HttpURLConnection.HTTP_BAD_REQUEST
            ? connection.getInputStream()
            : connection.getErrorStream()) {
      return in == null ? new byte[0] : in.readNBytes(MOST_BYTES);
    }
  }

  private synchronized SSLSocketFactory tls() {
    if (tls == null) {
      tls = environment.tls().getSocketFactory();
    }
    return tls;
  }

  /** Returns the address that a redirect leads to, if the token may be sent there. */
  private VaultAddress allowed(VaultAddress from, String path, String location) {
    String end = "/v1/" + path;
    Optional<VaultAddress> to =
        location.startsWith("/")
            ? Optional.of(from)
            : VaultAddress.of(location.replace(end, "")).filter(a -> location.endsWith(end));
    boolean allowed =
        to.isPresent()
            && (to.get().hasTls() || !from.hasTls())
            && (to.get().equals(from) || allowlist.names(to.get()));
    if (!allowed) {
      throw failure(
              from, "redirects to " + Printable.quote(location) + ", which is not in your settings")
          .hint("if you trust it, set VAULT_ADDR or SOPS_HC_VAULT_ALLOWLIST to its address");
    }
    return to.get();
  }

  private SealconfException busy(VaultAddress to, int status) {
    return switch (status) {
      case 429 -> failure(to, "is getting too many requests").hint("try again in a minute");
      case 503 -> failure(to, "is sealed or not ready").hint("type: vault status -address=" + to);
      default -> failure(to, "is not ready (status " + status + ")").hint("try again in a minute");
    };
  }

  private SealconfException unreachable(VaultAddress to, boolean proxied, IOException why) {
    String proxy = "check HTTPS_PROXY, NO_PROXY and " + environment.variable("HTTP_PROXY");
    if (why instanceof SSLException) {
      return failure(to, "has a certificate that isn't trusted")
          .hint("export VAULT_CACERT=FILE with the certificate of its authority");
    }
    if (why instanceof UnknownHostException && !proxied) {
      return failure(to, "can't be found: no such host").hint("check its address");
    }
    if (why instanceof SocketTimeoutException) {
      return failure(to, "does not answer in time").hint("check its address; " + proxy);
    }
    return proxied
        ? failure(to, "can't be reached through the proxy").hint(proxy)
        : failure(to, "can't be reached").hint("check that it runs, and its address");
  }

  /** Creates a failure of a Vault. */
  public SealconfException failure(VaultAddress at, String what) {
    return failure("the Vault at " + Printable.quote(at.toString()) + " " + what);
  }

  /** Creates a failure that occurs before any request. */
  SealconfException failure(String what) {
    return type.of(what);
  }

  private record Reply(VaultAnswer answer, String location) {}
}
