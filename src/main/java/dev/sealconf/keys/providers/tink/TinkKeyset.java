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

/** A Tink keyset for authenticated encryption. It doesn't use Tink's registry. */
public final class TinkKeyset {
  /** The message for any other text. */
  static final String NONE = "not a Tink keyset for authenticated encryption";

  private static final byte[] ASSOCIATED_DATA =
      "sealconf data key".getBytes(StandardCharsets.US_ASCII);

  /** The associated data that Tink's own tools use by default. */
  private static final byte[] NOTHING = new byte[0];

  private final KeysetHandle handle;
  private final Aead aead;

  private TinkKeyset(KeysetHandle handle) throws GeneralSecurityException {
    this.handle = handle;
    this.aead = handle.getPrimitive(configuration(), Aead.class);
  }

  /**
   * Parses a clear-text JSON keyset. Returns empty if it is malformed, has no primary key, or
   * contains a key that isn't for local authenticated encryption.
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
   * Decrypts Tink's JSON form of an encrypted keyset. Returns empty if the key doesn't decrypt it,
   * or the result isn't for local authenticated encryption.
   *
   * @throws dev.sealconf.error.SealconfException if the key's service can't be reached
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

  /** Generates a keyset with one AES-256-GCM key, using Tink's own randomness. */
  public static TinkKeyset generate() {
    try {
      return new TinkKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, configuration()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink makes no AES-256-GCM keyset");
    }
  }

  /** Returns the same keys plus a new AES-256-GCM key, which becomes the primary key. */
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

  /** Returns the keys in the keyset, in order. */
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
   * Encrypts the keyset and returns Tink's JSON form of it.
   *
   * @throws dev.sealconf.error.SealconfException if the key's service can't be reached
   * @throws GeneralSecurityException if the key can't encrypt
   */
  String encryptedJson(Aead key) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
        handle, key, NOTHING, configuration());
  }

  /** Returns the clear-text JSON keyset. This is a secret. */
  public String exposedJson() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          handle, configuration(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink does not write what it has read");
    }
  }

  /** Returns {@link #exposedJson} as bytes, which the caller closes. */
  SecretBytes exposedJsonBytes() {
    return SecretBytes.owning(exposedJson().getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the id of the key that wraps, as Tink's tools show it. */
  public String primaryId() {
    return id(handle.getPrimary());
  }

  /** Returns whether the keyset contains a key with this id, enabled or not. */
  public boolean hasKey(String id) {
    for (int i = 0; i < handle.size(); i++) {
      if (id(handle.getAt(i)).equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** Wraps the share with the primary key. */
  public byte[] wrap(SecretBytes share) {
    try {
      return aead.encrypt(share.exposed(), ASSOCIATED_DATA);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the keyset does not encrypt");
    }
  }

  /** Unwraps a share, which the caller closes. Returns empty if no enabled key can unwrap it. */
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
