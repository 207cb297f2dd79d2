package dev.sealconf.envelope;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The {@code sealconf} field: XChaCha20-Poly1305 over the spelling, with the canonical form of the
 * file as associated data ({@code docs/format.md §8}).
 */
final class Seal {
  private static final String VERSION = "v1:";
  private static final String INFO = "sealconf seal v1";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 24;

  private final Primitives primitives;
  private final SecretBytes dataKey;

  Seal(Primitives primitives, SecretBytes dataKey) {
    this.primitives = primitives;
    this.dataKey = dataKey;
  }

  /** The field's text. */
  String seal(byte[] plaintext, byte[] canonicalForm, Entropy entropy) {
    byte[] nonce = entropy.bytes(NONCE_BYTES);
    byte[] sealed = primitives.xchacha20Poly1305Seal(key(), nonce, plaintext, canonicalForm);
    byte[] field = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, field, nonce.length, sealed.length);
    return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(field);
  }

  /** What was sealed, or empty if the field is not of this version, damaged, or of another file. */
  Optional<byte[]> open(String field, byte[] canonicalForm) {
    if (!field.startsWith(VERSION)) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(field.substring(VERSION.length()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String canonical = VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    if (bytes.length <= NONCE_BYTES || !canonical.equals(field)) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
    byte[] sealed = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
    return primitives.xchacha20Poly1305Open(key(), nonce, sealed, canonicalForm);
  }

  private byte[] key() {
    return primitives.hkdfSha256(dataKey.exposed(), new byte[0], INFO, KEY_BYTES);
  }
}
