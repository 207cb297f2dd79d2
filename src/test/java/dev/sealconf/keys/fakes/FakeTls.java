package dev.sealconf.keys.fakes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that stands for the services of this machine and for some vendors' names; made
 * again by the JDK's keytool once in a run, valid for a day, trusted by no one who was not told.
 */
final class FakeTls {
  private static final String NAMES =
      "san=ip:127.0.0.1,dns:localhost,dns:*.vault.azure.net,dns:login.microsoftonline.com,"
          + "dns:cloudkms.googleapis.com,dns:*.myhuaweicloud.com";
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final SSLContext context;
  private final Path pem;

  private FakeTls(SSLContext context, Path pem) {
    this.context = context;
    this.pem = pem;
  }

  /** The only one of this run. */
  static FakeTls get() {
    return Holder.TLS;
  }

  /** What a server needs. */
  SSLContext context() {
    return context;
  }

  /** What a client is told by {@code SSL_CERT_FILE}. */
  Path authority() {
    return pem;
  }

  /** Loaded when someone needs TLS. */
  private static final class Holder {
    static final FakeTls TLS = make();
  }

  private static FakeTls make() {
    try {
      Path folder = Files.createTempDirectory("tls");
      Path file = folder.resolve("server.p12");
      keytool(file);
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, PASSWORD);
      }
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      byte[] certificate = store.getCertificate("server").getEncoded();
      String lines = Base64.getMimeEncoder().encodeToString(certificate);
      String pem = "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
      return new FakeTls(context, Files.writeString(folder.resolve("authority.pem"), pem));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(Path file) throws IOException {
    String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> key = List.of("-alias", "server", "-keyalg", "EC", "-groupname", "secp256r1");
    List<String> name = List.of("-dname", "CN=fake", "-ext", NAMES, "-validity", "1");
    List<String> place = List.of("-keystore", file.toString(), "-storetype", "PKCS12");
    ProcessBuilder builder = new ProcessBuilder(program, "-genkeypair");
    builder.command().addAll(key);
    builder.command().addAll(name);
    builder.command().addAll(place);
    builder.command().addAll(List.of("-storepass", new String(PASSWORD)));
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (!Files.exists(file)) {
      throw new IllegalStateException(said);
    }
  }
}
