package dev.sealconf.plugin;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import java.security.GeneralSecurityException;

/**
 * The key that a third party's {@code KmsClient} returns for a URI. The client finds its own
 * credentials. Failures leave out the client's own text, which may contain secrets.
 */
final class ForeignKey implements Aead {
  private final String uri;
  private final Aead key;

  private ForeignKey(String uri, Aead key) {
    this.uri = uri;
    this.key = key;
  }

  /**
   * Returns the key for a URI that the client supports.
   *
   * @throws SealconfException if the client fails to return it
   */
  static ForeignKey of(KmsClient client, String uri) {
    try {
      return new ForeignKey(uri, client.withDefaultCredentials().getAead(uri));
    } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
      throw new KeyFailure.NotWrapped(
              "can't get a key for " + Printable.quote(uri) + " from its client: " + named(e))
          .hint("check the credentials that the client uses")
          .from(e)
          .temporary();
    }
  }

  @Override
  public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
    try {
      return key.encrypt(plaintext, associatedData);
    } catch (RuntimeException | LinkageError e) {
      throw failed("encrypt", e).from(e);
    }
  }

  @Override
  public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
    try {
      return key.decrypt(ciphertext, associatedData);
    } catch (RuntimeException | LinkageError e) {
      throw failed("decrypt", e).from(e);
    }
  }

  private SealconfException failed(String verb, Throwable failure) {
    return new KeyFailure.NotWrapped(
            "the client for " + Printable.quote(uri) + " failed to " + verb + ": " + named(failure))
        .temporary();
  }

  private static String named(Throwable failure) {
    return failure.getClass().getSimpleName();
  }
}
