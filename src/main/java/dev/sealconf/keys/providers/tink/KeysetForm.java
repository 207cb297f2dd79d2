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
 * How a keyset is written down ({@code docs/format.md §5.2}), with what it takes to do it again.
 */
sealed interface KeysetForm extends AutoCloseable {

  /**
   * The bytes of its file.
   *
   * @throws SealconfException if a key service can't be asked
   */
  byte[] written(TinkKeyset keyset, World world);

  /** How it is protected, fit to be shown. */
  String shown();

  @Override
  default void close() {}

  /** Tink's JSON keyset. */
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

  /** Tink's JSON keyset in an age file; owns the passphrase. */
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
