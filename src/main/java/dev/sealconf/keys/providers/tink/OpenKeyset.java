package dev.sealconf.keys.providers.tink;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.providers.age.AgeException;
import dev.sealconf.keys.providers.age.LockedFile;
import dev.sealconf.vendor.JsonTexts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** A keyset that has been opened, and how it was written down. */
record OpenKeyset(TinkKeyset keyset, KeysetForm form) implements AutoCloseable {
  private static final String ENCRYPTED = "encryptedKeyset";

  /**
   * The keyset in these bytes, which are wiped unless they are encrypted; the caller closes it.
   *
   * @param place names them in a prompt, quoted
   * @param uri names the key service of an encrypted one, if anything does
   * @throws KeysetException if it can't be opened
   */
  static OpenKeyset of(byte[] content, String place, Supplier<Optional<String>> uri, World world)
      throws KeysetException {
    if (LockedFile.looksLocked(content)) {
      return locked(content, place, world);
    }
    try (SecretBytes text = SecretBytes.owning(content)) {
      String json = new String(text.exposed(), StandardCharsets.UTF_8);
      return isEncrypted(json)
          ? encrypted(json, uri.get(), world)
          : new OpenKeyset(clear(json), new KeysetForm.Clear());
    }
  }

  /**
   * Whether this is Tink's JSON form of an encrypted keyset. The text is searched first, so that no
   * parser is loaded for a keyset in the clear.
   */
  static boolean isEncrypted(String json) {
    if (!json.contains(ENCRYPTED)) {
      return false;
    }
    try (JsonTexts texts = JsonTexts.in(json.getBytes(StandardCharsets.UTF_8))) {
      return texts.has(ENCRYPTED);
    }
  }

  private static OpenKeyset locked(byte[] content, String place, World world)
      throws KeysetException {
    try {
      SecretBytes passphrase = LockedFile.passphrase("keyset " + place, world);
      try (SecretBytes text = LockedFile.open(content, passphrase)) {
        TinkKeyset keyset = clear(new String(text.exposed(), StandardCharsets.UTF_8));
        return new OpenKeyset(keyset, new KeysetForm.Locked(passphrase));
      }
    } catch (AgeException e) {
      throw new KeysetException(e.getMessage());
    }
  }

  private static TinkKeyset clear(String json) throws KeysetException {
    return TinkKeyset.parse(json).orElseThrow(() -> new KeysetException(TinkKeyset.NONE));
  }

  /** Any failure is temporary: a third party's client has one exception for all that goes wrong. */
  private static OpenKeyset encrypted(String json, Optional<String> uri, World world)
      throws KeysetException {
    if (uri.isEmpty()) {
      throw new KeysetException(
          "encrypted by a key service, but the file doesn't say with which key");
    }
    try {
      TinkKeyset keyset =
          TinkKeyset.decrypt(json, KeysetUris.key(uri.get(), world))
              .orElseThrow(
                  () ->
                      new KeysetException(Printable.quote(uri.get()) + " does not open it", true));
      return new OpenKeyset(keyset, new KeysetForm.Encrypted(uri.get()));
    } catch (SealconfException e) {
      throw new KeysetException(
          Printable.quote(uri.get()) + ": " + e.getMessage(), e.isTemporary());
    }
  }

  @Override
  public void close() {
    form.close();
  }
}
