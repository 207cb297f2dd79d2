package dev.sealconf.keys.providers.tink;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.keys.spi.StoredKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A Tink keyset for authenticated encryption; used without Tink's registry. */
public final class TinkKeyset {
  /** What messages say of anything else. */
  static final String NONE = "not a Tink keyset for authenticated encryption";

  private static final byte[] ASSOCIATED_DATA =
      "sealconf data key".getBytes(StandardCharsets.US_ASCII);

  /** What Tink's own tools take where none is given. */
  private static final byte[] NOTHING = new byte[0];

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

  /**
   * The keyset in Tink's JSON form of an encrypted one; empty if the key does not open it, or it is
   * not for local authenticated encryption.
   *
   * @throws dev.sealconf.error.SealconfException if the key can't be asked
   */
  static Optional<TinkKeyset> decrypt(String json, Aead key) {
    try {
      return Optional.of(
          new TinkKeyset(
              TinkJsonProtoKeysetFormat.parseEncryptedKeyset(json, key, NOTHING, configuration())));
    } catch (GeneralSecurityException e) {
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

  /** The same keys and a new AES-256-GCM key, which is the primary one. */
  TinkKeyset rotated() {
    try {
      KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
      builder.setConfiguration(configuration());
      builder.addEntry(
          KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
              .withRandomId()
              .makePrimary());
      return new TinkKeyset(builder.build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink adds no AES-256-GCM key to a keyset");
    }
  }

  /** The keys in it, in their order. */
  List<StoredKey.Version> versions() {
    List<StoredKey.Version> versions = new ArrayList<>();
    for (int i = 0; i < handle.size(); i++) {
      KeysetHandle.Entry entry = handle.getAt(i);
      String status = entry.getStatus().toString().toLowerCase(Locale.ROOT);
      versions.add(new StoredKey.Version(id(entry), status, entry.isPrimary()));
    }
    return versions;
  }

  /**
   * Tink's JSON form of a keyset encrypted by this key.
   *
   * @throws dev.sealconf.error.SealconfException if the key can't be asked
   * @throws GeneralSecurityException if the key does not encrypt
   */
  String encryptedJson(Aead key) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
        handle, key, NOTHING, configuration());
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

  /** {@link #exposedJson} as bytes, which the caller closes. */
  SecretBytes exposedJsonBytes() {
    return SecretBytes.owning(exposedJson().getBytes(StandardCharsets.UTF_8));
  }

  /** The number of the key that wraps, as Tink's tools show it. */
  public String primaryId() {
    return id(handle.getPrimary());
  }

  /** Whether there is a key of this number, in use or not. */
  public boolean hasKey(String id) {
    for (int i = 0; i < handle.size(); i++) {
      if (id(handle.getAt(i)).equals(id)) {
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

  private static String id(KeysetHandle.Entry entry) {
    return Integer.toUnsignedString(entry.getId());
  }

  private static Configuration configuration() {
    return AeadConfig2026.get();
  }
}
