package dev.sealconf.plugin;

import com.google.crypto.tink.Aead;
import dev.sealconf.io.World;

/**
 * The keys of a service that encrypts small secrets, named by Tink URIs. They encrypt Tink keysets,
 * and third parties' keys also wrap data keys. A built-in implementation is annotated
 * {@code @AutoService(WrappingKeys.class)}, has a public no-argument constructor, and loads its
 * vendor's classes no earlier than in {@link #aead}. Third parties supply a Tink {@code KmsClient},
 * which {@link ClientKeys} adapts.
 */
public interface WrappingKeys {

  /** Returns the prefix of its URIs, as in Tink's own integrations, such as {@code aws-kms://}. */
  String prefix();

  /** Returns whether a URI names one of these keys. */
  default boolean supports(String uri) {
    return uri.startsWith(prefix());
  }

  /**
   * Returns the key for a URI. Contacts no service until the key is used. The key's methods throw a
   * {@code SealconfException} that says why they failed and what would help, or a {@code
   * GeneralSecurityException} if the ciphertext wasn't made with this key.
   *
   * @param uri a URI that it {@link #supports}; it comes from the user, never from an encrypted
   *     file
   * @throws dev.sealconf.error.SealconfException if the rest of the URI is malformed
   */
  Aead aead(String uri, World world);
}
