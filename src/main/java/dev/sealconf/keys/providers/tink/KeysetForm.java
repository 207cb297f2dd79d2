package dev.sealconf.keys.providers.tink;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.providers.age.LockedFile;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * The stored form of a keyset ({@code docs/format.md §5.2}), with what is needed to store it that
 * way again.
 */
sealed interface KeysetForm extends AutoCloseable {

  /**
   * Returns the bytes of the keyset's file.
   *
   * @throws SealconfException if a key service can't encrypt it
   */
  byte[] written(TinkKeyset keyset, World world);

  /** Returns how the keyset is protected, ready to show. */
  String shown();

  @Override
  default void close() {}

  /** Tink's JSON keyset, in the clear. */
  record Clear() implements KeysetForm {
    @Override
    public byte[] written(TinkKeyset keyset, World world) {
      return keyset.exposedJson().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String shown() {
      return "in the clear";
    }
  }

  /** Tink's JSON keyset inside an age file. Owns the passphrase. */
  record Locked(SecretBytes passphrase) implements KeysetForm {
    static final String SHOWN = "protected by a passphrase";

    @Override
    public byte[] written(TinkKeyset keyset, World world) {
      try (SecretBytes clear = keyset.exposedJsonBytes()) {
        return LockedFile.lock(clear, passphrase, world.entropy());
      }
    }

    @Override
    public String shown() {
      return SHOWN;
    }

    @Override
    public void close() {
      passphrase.close();
    }
  }

  /** Tink's JSON form of an encrypted keyset. */
  record Encrypted(String uri) implements KeysetForm {
    @Override
    public byte[] written(TinkKeyset keyset, World world) {
      try {
        return keyset.encryptedJson(KeysetUris.key(uri, world)).getBytes(StandardCharsets.UTF_8);
      } catch (GeneralSecurityException e) {
        throw new KeyFailure.NotWrapped("the key " + Printable.quote(uri) + " does not encrypt")
            .hint("check that you may encrypt with it")
            .from(e);
      }
    }

    @Override
    public String shown() {
      return "encrypted by " + Printable.quote(uri);
    }
  }
}
