package dev.sealconf.io.net;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.file.FileBytes;
import dev.sealconf.io.file.SafeFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Collects certificates of the certificate authorities to trust. */
final class Authorities {
  private final KeyStore store;
  private int number;

  Authorities() {
    try {
      store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no key store in this Java");
    }
  }

  /**
   * Adds the certificates that Java itself trusts: its own, or the trust store set in its
   * properties.
   */
  Authorities addJava() {
    try {
      for (Certificate certificate : manager(null).getAcceptedIssuers()) {
        add(certificate);
      }
      return this;
    } catch (GeneralSecurityException e) {
      throw new MachineFailure("can't read the trust store of this Java").from(e);
    }
  }

  /**
   * Adds the certificates in a PEM file.
   *
   * @throws SealconfException if it can't be read or contains none
   */
  Authorities addFile(Path file, World world) {
    try {
      return add(FileBytes.read(file, SafeFile.MAX_BYTES), world.shown(file));
    } catch (IOException e) {
      throw none(world.shown(file)).from(e);
    }
  }

  /**
   * Adds the certificates in a folder's PEM files and skips other files.
   *
   * @throws SealconfException if it can't be read or contains none
   */
  Authorities addFolder(Path folder, World world) {
    int before = number;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      for (Path file : files) {
        try {
          addAll(Files.readAllBytes(file));
        } catch (CertificateException e) {
          continue; // such folders also contain revocation lists and keys
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      throw none(world.shown(folder)).from(e);
    }
    if (number == before) {
      throw none(world.shown(folder));
    }
    return this;
  }

  /**
   * Adds the certificates in a PEM text.
   *
   * @param place names the text in messages; ready to show
   * @throws SealconfException if it contains none
   */
  Authorities add(byte[] pem, String place) {
    int before = number;
    try {
      addAll(pem);
    } catch (GeneralSecurityException e) {
      throw none(place).from(e);
    }
    if (number == before) {
      throw none(place);
    }
    return this;
  }

  /** Returns a trust manager that trusts only these authorities. */
  X509TrustManager manager() {
    try {
      return manager(store);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no trust manager in this Java");
    }
  }

  private void addAll(byte[] pem) throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    for (Certificate certificate : factory.generateCertificates(new ByteArrayInputStream(pem))) {
      add(certificate);
    }
  }

  private void add(Certificate certificate) throws GeneralSecurityException {
    store.setCertificateEntry("authority" + number++, certificate);
  }

  private static X509TrustManager manager(KeyStore of) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(of);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new IllegalStateException("no trust manager in this Java");
  }

  private static SealconfException none(String place) {
    return new MachineFailure("can't read certificates from " + place)
        .hint("it has to be in PEM form: lines of -----BEGIN CERTIFICATE-----");
  }
}
