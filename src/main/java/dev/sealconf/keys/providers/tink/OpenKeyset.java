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

/** A keyset that has been opened, and the form it was stored in. */
record OpenKeyset(TinkKeyset keyset, KeysetForm form) implements AutoCloseable {
  private static final String ENCRYPTED = "encryptedKeyset";

  /**
   * Opens a keyset. Wipes the bytes unless they are encrypted. The caller closes the result.
   *
   * @param place names the keyset in a prompt, quoted
   * @param uri the URI of the key that encrypts the keyset, if known
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
   * Returns whether the text is Tink's JSON form of an encrypted keyset. Searches the text first,
   * so that a keyset in the clear loads no parser.
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

  /**
   * Decrypts a keyset with a key service. Treats a wrong key as temporary, because a third party's
   * client reports every problem with the same exception.
   */
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
