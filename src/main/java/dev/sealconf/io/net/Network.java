package dev.sealconf.io.net;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.io.File;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * How a run reaches services: the proxies and certificate authorities that its environment sets,
 * and its timeouts ({@code docs/compatibility.md §network}). Every client of a service takes its
 * settings from here.
 */
public final class Network {
  /** The time limit for opening a connection. */
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** The time limit for one request, including its answer. */
  public static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

  /** The maximum number of attempts if the service is busy or doesn't answer. */
  public static final int ATTEMPTS = 4;

  private static final String CERTIFICATES = "SSL_CERT_FILE";
  private static final String CERTIFICATE_FOLDERS = "SSL_CERT_DIR";
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final World world;

  /** Uses the environment of this world. */
  public Network(World world) {
    this.world = world;
  }

  /**
   * Returns the proxy for requests to a URI: {@code HTTPS_PROXY} or {@code HTTP_PROXY} by its
   * scheme, in upper or lower case, unless {@code NO_PROXY} names its host ({@link DirectHosts}).
   * The result has a host and a port, and may have a user and a password.
   *
   * @throws SealconfException if the variable isn't a valid HTTP proxy
   */
  public Optional<URI> proxy(URI to) {
    boolean tls = to.getScheme().equalsIgnoreCase("https");
    int port = to.getPort() > 0 ? to.getPort() : tls ? HTTPS_PORT : HTTP_PORT;
    String host = to.getHost() == null ? "" : to.getHost();
    if (new DirectHosts(either("NO_PROXY").orElse("")).has(host, port)) {
      return Optional.empty();
    }
    String variable = tls ? "HTTPS_PROXY" : "HTTP_PROXY";
    return either(variable).map(text -> proxy(text, variable));
  }

  /**
   * Parses the proxy in a variable, which often lacks its scheme.
   *
   * @param name the variable's name, for messages
   * @throws SealconfException if it isn't an HTTP proxy; the message leaves out its text, which may
   *     contain a password
   */
  public static URI proxy(String text, String name) {
    try {
      URI proxy = URI.create(text.contains("://") ? text : "http://" + text);
      if (proxy.getHost() != null && proxy.getScheme().equalsIgnoreCase("http")) {
        int port = proxy.getPort() > 0 ? proxy.getPort() : HTTP_PORT;
        String user = proxy.getRawUserInfo() == null ? "" : proxy.getRawUserInfo() + "@";
        return URI.create("http://" + user + proxy.getHost() + ":" + port);
      }
    } catch (IllegalArgumentException e) {
      throw noProxy(name).from(e);
    }
    throw noProxy(name);
  }

  /** Returns the same proxies as a selector for Java's own clients. */
  public ProxySelector proxies() {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI to) {
        return List.of(proxy(to).map(Network::asProxy).orElse(Proxy.NO_PROXY));
      }

      @Override
      public void connectFailed(URI to, SocketAddress at, IOException failure) {}
    };
  }

  /** Converts a proxy's address for Java's clients. */
  public static Proxy asProxy(URI proxy) {
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), proxy.getPort()));
  }

  /** Returns the user and password in a proxy's address. */
  public static Optional<PasswordAuthentication> credentials(URI proxy) {
    String info = proxy.getRawUserInfo();
    if (info == null) {
      return Optional.empty();
    }
    int colon = info.indexOf(':');
    String user = colon < 0 ? info : info.substring(0, colon);
    String password = colon < 0 ? "" : info.substring(colon + 1);
    return Optional.of(new PasswordAuthentication(decoded(user), decoded(password).toCharArray()));
  }

  /**
   * Returns an authenticator that sends the user and password only to the proxy. When Java opens a
   * tunnel, it sends them only if {@code jdk.http.auth.tunneling.disabledSchemes} is empty, as the
   * launcher sets it.
   */
  public static Authenticator authenticator(URI proxy) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return getRequestorType() == RequestorType.PROXY ? credentials(proxy).orElse(null) : null;
      }
    };
  }

  /**
   * Returns the certificate authorities in {@code SSL_CERT_FILE} and in the folders of {@code
   * SSL_CERT_DIR}, or empty if neither is set. As in Go, each variable replaces half of the
   * defaults, so Java's own authorities are left out only if both are set.
   *
   * @throws SealconfException if a file or folder can't be read or contains no certificate
   */
  public Optional<X509TrustManager> authorities() {
    Optional<String> file = world.variable(CERTIFICATES);
    Optional<String> folders = world.variable(CERTIFICATE_FOLDERS);
    if (file.isEmpty() && folders.isEmpty()) {
      return Optional.empty();
    }
    Authorities authorities = new Authorities();
    file.ifPresent(name -> authorities.addFile(world.resolve(name), world));
    for (String folder : folders.map(f -> f.split(File.pathSeparator)).orElse(new String[0])) {
      authorities.addFolder(world.resolve(folder), world);
    }
    if (file.isEmpty() || folders.isEmpty()) {
      authorities.addJava();
    }
    return Optional.of(authorities.manager());
  }

  /** Returns only the authorities in a PEM file, or in the PEM files of a folder. */
  public X509TrustManager authorities(Path pem) {
    Authorities authorities = new Authorities();
    return Files.isDirectory(pem)
        ? authorities.addFolder(pem, world).manager()
        : authorities.addFile(pem, world).manager();
  }

  /** Returns only the authorities in a variable's PEM text. */
  public static X509TrustManager authorities(String pem, String variable) {
    return new Authorities().add(pem.getBytes(StandardCharsets.UTF_8), variable).manager();
  }

  /** Returns TLS that trusts only these authorities, or Java's own if empty. */
  public static SSLContext tls(Optional<X509TrustManager> authorities) {
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, authorities.map(a -> new TrustManager[] {a}).orElse(null), null);
      return tls;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no TLS in this Java");
    }
  }

  private Optional<String> either(String name) {
    return world.variable(name).or(() -> world.variable(name.toLowerCase(Locale.ROOT)));
  }

  /** Decodes percent-encoding and leaves plus signs alone. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static SealconfException noProxy(String variable) {
    return new MachineFailure(variable + " does not name an HTTP proxy")
        .hint("write it as http://HOST:PORT or http://USER:PASSWORD@HOST:PORT");
  }
}
