package dev.sealconf.plugin;

import com.google.crypto.tink.Aead;
import dev.sealconf.io.World;

/**
 * Keys of a service that encrypt small secrets, named by Tink URIs: they hold encrypted Tink
 * keysets, and third parties' keys wrap data keys. One of the program's own is annotated
 * {@code @AutoService(WrappingKeys.class)}, has a public constructor without arguments, and loads
 * its vendor's classes in {@link #aead} at the earliest. Third parties bring a Tink {@code
 * KmsClient}, which {@link ClientKeys} adapts.
 */
public interface WrappingKeys {

  /** How its URIs begin, as in Tink's own integrations: {@code aws-kms://}. */
  String prefix();

  /** Whether a URI is one of its own. */
  default boolean supports(String uri) {
    return uri.startsWith(prefix());
  }

  /**
   * The key that the URI names. Nothing is contacted before the key is used. Its methods fail with
   * a {@code SealconfException} that says why and what would help, or with a {@code
   * GeneralSecurityException} if the ciphertext is not of this key.
   *
   * @param uri one that it {@link #supports}; the user has named it, a sealed file has not
   * @throws dev.sealconf.error.SealconfException if the rest of the URI is malformed
   */
  Aead aead(String uri, World world);
}
