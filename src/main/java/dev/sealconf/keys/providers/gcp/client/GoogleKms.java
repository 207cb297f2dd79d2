package dev.sealconf.keys.providers.gcp.client;

import com.google.api.client.googleapis.util.Utils;
import com.google.api.services.cloudkms.v1.CloudKMS;
import com.google.api.services.cloudkms.v1.model.DecryptRequest;
import com.google.api.services.cloudkms.v1.model.DecryptResponse;
import com.google.api.services.cloudkms.v1.model.EncryptRequest;
import com.google.api.services.cloudkms.v1.model.EncryptResponse;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.providers.gcp.GcpClient;
import dev.sealconf.keys.providers.gcp.GcpKey;
import dev.sealconf.vendor.Refusal;
import dev.sealconf.vendor.Requests;
import dev.sealconf.vendor.ServiceFailure;
import dev.sealconf.vendor.google.client.CredentialSource;
import dev.sealconf.vendor.google.client.GoogleRequests;
import dev.sealconf.vendor.google.client.GoogleTransport;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32C;

/**
 * Google Cloud KMS through Google's REST client: <a
 * href="https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings.cryptoKeys">
 * {@code encrypt} and {@code decrypt}</a> with a symmetric key.
 */
public final class GoogleKms implements GcpClient {
  private static final byte[] NOTHING = {};

  /** Kept in a field because a logger loses its level once nothing refers to it. */
  private static final Logger LIBRARIES = Logger.getLogger("com.google");

  private final Requests<MasterKey> requests = new Requests<>(new GoogleAdvice());
  private Session session;
  private List<String> project;

  /** Creates a client for one run. */
  public GoogleKms() {
    LIBRARIES.setLevel(Level.OFF);
  }

  /** The service and the user's credentials, determined once per run. */
  private record Session(URI service, GoogleTransport transport, CredentialSource.Found user) {}

  @Override
  public String wrap(SecretBytes share, MasterKey to, World world) {
    return base64(encrypt(share.exposed(), NOTHING, to, world));
  }

  @Override
  public SecretBytes unwrap(WrappedKey wrapped, World world) {
    MasterKey key = wrapped.masterKey();
    return requests.answer(
        KeyFailure.NotUnwrapped::new,
        key,
        world,
        () -> SecretBytes.owning(decrypt(name(key), decoded(wrapped.enc()), NOTHING, world)));
  }

  @Override
  public byte[] encrypt(byte[] plaintext, byte[] associatedData, MasterKey key, World world) {
    return requests.answer(
        KeyFailure.NotWrapped::new,
        key,
        world,
        () -> encrypt(name(key), plaintext, associatedData, world));
  }

  @Override
  public byte[] decrypt(byte[] ciphertext, byte[] associatedData, MasterKey key, World world) {
    return requests.answer(
        KeyFailure.NotUnwrapped::new,
        key,
        world,
        () -> decrypt(name(key), ciphertext, associatedData, world));
  }

  @Override
  public Optional<String> project(MasterKey key, World world) {
    return requests.answer(KeyFailure.NotUnwrapped::new, key, world, () -> project(session(world)));
  }

  private synchronized Optional<String> project(Session found) throws ServiceFailure {
    if (project == null) {
      project = found.user().project().stream().toList();
    }
    return project.stream().findFirst();
  }

  private byte[] encrypt(String name, byte[] plain, byte[] associated, World world)
      throws ServiceFailure {
    EncryptRequest request =
        new EncryptRequest().setPlaintext(base64(plain)).setPlaintextCrc32c(checksum(plain));
    if (associated.length > 0) {
      request.setAdditionalAuthenticatedData(base64(associated));
    }
    GoogleRequests google = google(world);
    try {
      EncryptResponse answer =
          keys(google).encrypt(name, request).setDisableGZipContent(true).execute();
      byte[] sealed = answer.decodeCiphertext();
      boolean heard = !Boolean.FALSE.equals(answer.getVerifiedPlaintextCrc32c());
      return intact(sealed, heard ? answer.getCiphertextCrc32c() : Long.valueOf(-1));
    } catch (IOException e) {
      throw google.failure(e, Refusal.WRONG_KIND).from(e);
    }
  }

  private byte[] decrypt(String name, byte[] sealed, byte[] associated, World world)
      throws ServiceFailure {
    DecryptRequest request =
        new DecryptRequest().setCiphertext(base64(sealed)).setCiphertextCrc32c(checksum(sealed));
    if (associated.length > 0) {
      request.setAdditionalAuthenticatedData(base64(associated));
    }
    GoogleRequests google = google(world);
    try {
      DecryptResponse answer =
          keys(google).decrypt(name, request).setDisableGZipContent(true).execute();
      return intact(answer.decodePlaintext(), answer.getPlaintextCrc32c());
    } catch (IOException e) {
      throw google.failure(e, Refusal.UNFIT).from(e);
    }
  }

  private CloudKMS.Projects.Locations.KeyRings.CryptoKeys keys(GoogleRequests google)
      throws ServiceFailure {
    return new CloudKMS.Builder(
            session.transport().create(), Utils.getDefaultJsonFactory(), google.signed())
        .setRootUrl(session.service().toString())
        .setApplicationName("sealconf")
        .build()
        .projects()
        .locations()
        .keyRings()
        .cryptoKeys();
  }

  private GoogleRequests google(World world) throws ServiceFailure {
    Session found = session(world);
    return new GoogleRequests(found.service(), found.user());
  }

  private synchronized Session session(World world) throws ServiceFailure {
    if (session == null) {
      GoogleTransport transport = new GoogleTransport(world);
      URI service = Endpoint.of(world);
      session = new Session(service, transport, new CredentialSource(world, transport).find());
    }
    return session;
  }

  private static String name(MasterKey key) throws ServiceFailure {
    GcpKey name = GcpKey.of(key.fields());
    if (!name.valid()) {
      throw new ServiceFailure(Refusal.MISCONFIGURED, "that is not the name of one of its keys");
    }
    return name.resource();
  }

  /**
   * Encodes with the standard Base64 alphabet. The library uses another alphabet, which not every
   * service accepts.
   */
  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] decoded(String enc) throws ServiceFailure {
    try {
      return Base64.getDecoder().decode(enc);
    } catch (IllegalArgumentException e) {
      throw new ServiceFailure(Refusal.UNFIT, "").from(e);
    }
  }

  /** Returns the bytes if their checksum matches. An answer without a checksum is trusted. */
  private static byte[] intact(byte[] bytes, Long checksum) throws ServiceFailure {
    if (bytes == null || checksum != null && checksum != checksum(bytes)) {
      throw new ServiceFailure(Refusal.UNUSABLE_ANSWER, "it was changed on the way");
    }
    return bytes;
  }

  private static long checksum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return sum.getValue();
  }
}
