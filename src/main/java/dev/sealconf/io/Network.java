package dev.sealconf.io;

import dev.sealconf.error.ExitCode;
import dev.sealconf.error.SealconfException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * How a run reaches services: proxies and certificate authorities as its environment says, and how
 * long it waits. Every client of a service takes its settings from here.
 */
public final class Network {
  /** How long a connection may take to be made. */
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** How long one request may take, its answer included. */
  public static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

  /** How often a request is made in all if the service is busy or does not answer. */
  public static final int ATTEMPTS = 4;

  private static final String CERTIFICATES = "SSL_CERT_FILE";

  private final World world;

  public Network(World world) {
    this.world = world;
  }

  /**
   * The proxy for requests to a URI: {@code HTTPS_PROXY} or {@code HTTP_PROXY} by its scheme, in
   * upper or lower case, unless {@code NO_PROXY} names its host, a domain above it, or all by a
   * star. Hosts of this machine are never asked by a proxy.
   */
  public Optional<URI> proxy(URI to) {
    String host = to.getHost() == null ? "" : to.getHost().toLowerCase(Locale.ROOT);
    if (isThisMachine(host) || isExcluded(host, to.getPort())) {
      return Optional.empty();
    }
    String scheme = to.getScheme().toUpperCase(Locale.ROOT);
    return either(scheme + "_PROXY").map(this::proxyUri);
  }

  /** The same as a selector for Java's own clients. */
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

  /** A proxy's address as Java's clients take it. */
  public static Proxy asProxy(URI proxy) {
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), proxy.getPort()));
  }

  /**
   * The authorities that vouch for services: those in {@code SSL_CERT_FILE}, as every program with
   * OpenSSL's or Go's TLS takes them; empty for those of the Java in use.
   *
   * @throws SealconfException if the file can't be read or holds no certificate
   */
  public Optional<X509TrustManager> authorities() {
    return world.variable(CERTIFICATES).map(file -> authorities(world.resolve(file)));
  }

  /** The authorities in a PEM file. */
  public X509TrustManager authorities(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate c : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority" + number++, c);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (number > 0 && manager instanceof X509TrustManager x509) {
          return x509;
        }
      }
      throw noCertificates(pem);
    } catch (IOException | GeneralSecurityException e) {
      throw noCertificates(pem);
    }
  }

  /** TLS that trusts these authorities only; Java's own where there are none. */
  public static SSLContext tls(Optional<X509TrustManager> authorities) {
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, authorities.map(a -> new TrustManager[] {a}).orElse(null), null);
      return tls;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no TLS in this Java");
    }
  }

  private SealconfException noCertificates(Path pem) {
    return new SealconfException(
            ExitCode.GENERIC, "can't read certificates from " + world.shown(pem))
        .hint("it has to be a PEM file: lines of -----BEGIN CERTIFICATE-----");
  }

  private Optional<String> either(String name) {
    return world.variable(name).or(() -> world.variable(name.toLowerCase(Locale.ROOT)));
  }

  /** A proxy is often written without its scheme. */
  private URI proxyUri(String text) {
    try {
      URI proxy = URI.create(text.contains("://") ? text : "http://" + text);
      if (proxy.getHost() != null && proxy.getPort() > 0) {
        return proxy;
      }
    } catch (IllegalArgumentException e) {
      // said below, without the text: it may hold a password
    }
    throw new SealconfException(ExitCode.GENERIC, "the proxy in the environment is malformed")
        .hint("write it as http://HOST:PORT");
  }

  private boolean isExcluded(String host, int port) {
    for (String entry : either("NO_PROXY").orElse("").toLowerCase(Locale.ROOT).split(",")) {
      String name = entry.strip();
      String domain = name.startsWith(".") ? name : "." + name;
      if (name.equals("*")
          || !name.isEmpty() && (host.equals(name) || host.endsWith(domain))
          || name.equals(host + ":" + port)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }
}
