package dev.sealconf.keys.providers.tink;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.sealconf.crypto.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** A Tink keyset for authenticated encryption; used without Tink's registry. */
public final class TinkKeyset {
  private static final byte[] ASSOCIATED_DATA =
      "sealconf data key".getBytes(StandardCharsets.US_ASCII);

  private final KeysetHandle handle;
  private final Aead aead;

  private TinkKeyset(KeysetHandle handle) throws GeneralSecurityException {
    this.handle = handle;
    this.aead = handle.getPrimitive(configuration(), Aead.class);
  }

  /**
   * The keyset of a clear-text JSON keyset; empty if it is malformed, has no primary key, or holds
   * a key that is not for local authenticated encryption.
   */
  public static Optional<TinkKeyset> parse(String json) {
    try {
      return Optional.of(
          new TinkKeyset(
              TinkJsonProtoKeysetFormat.parseKeyset(
                  json, configuration(), InsecureSecretKeyAccess.get())));
    } catch (GeneralSecurityException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** A new keyset of one AES-256-GCM key, by Tink's own randomness. */
  public static TinkKeyset generate() {
    try {
      return new TinkKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, configuration()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink makes no AES-256-GCM keyset");
    }
  }

  /** The clear-text JSON keyset: a secret. */
  public String exposedJson() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          handle, configuration(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink does not write what it has read");
    }
  }

  /** The number of the key that wraps, as Tink's tools show it. */
  public String primaryId() {
    return Integer.toUnsignedString(handle.getPrimary().getId());
  }

  /** Whether there is a key of this number, in use or not. */
  public boolean hasKey(String id) {
    for (int i = 0; i < handle.size(); i++) {
      if (Integer.toUnsignedString(handle.getAt(i).getId()).equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** The share under the primary key. */
  public byte[] wrap(SecretBytes share) {
    try {
      return aead.encrypt(share.exposed(), ASSOCIATED_DATA);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the keyset does not encrypt");
    }
  }

  /** The share, which the caller closes; empty if no key in use fits. */
  public Optional<SecretBytes> unwrap(byte[] wrapped) {
    try {
      return Optional.of(SecretBytes.owning(aead.decrypt(wrapped, ASSOCIATED_DATA)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Configuration configuration() {
    return AeadConfig2026.get();
  }
}
