package dev.sealconf.keys.providers.tink;

import com.google.crypto.tink.Aead;
import dev.sealconf.io.World;

/**
 * A key service of ours that can hold the key of an encrypted Tink keyset, named by a Tink URI. An
 * implementation is annotated {@code @AutoService(KeysetKeys.class)}, has a public constructor
 * without arguments, and is as light as a {@code KeyProvider}: it loads its vendor's classes in
 * {@link #aead} at the earliest. Third parties bring a Tink {@code KmsClient} instead.
 */
public interface KeysetKeys {

  /** How the URIs it understands begin, as in Tink's own integrations: {@code aws-kms://}. */
  String prefix();

  /**
   * The key that the URI names. The URI comes from the user: from a flag, or from beside a keyset
   * on this machine, never from a sealed file. Nothing is contacted before the key is used; its
   * methods fail with a {@code SealconfException} that says why and what would help, or with a
   * {@code GeneralSecurityException} if the ciphertext is not of this key.
   *
   * @param uri starts with {@link #prefix}
   * @throws dev.sealconf.error.SealconfException if the rest of the URI is malformed
   */
  Aead aead(String uri, World world);
}
