package dev.sealconf.keys.providers.age.hybrid;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * HPKE in its base mode, for one message (RFC 9180 §5.1, §6.1): what follows the exchange of a
 * shared secret, with HKDF-SHA256 and ChaCha20-Poly1305.
 */
final class Hpke implements AutoCloseable {
  /** {@code HPKE}, then the numbers of X-Wing, HKDF-SHA256 and ChaCha20-Poly1305. */
  private static final byte[] SUITE = {'H', 'P', 'K', 'E', 0x64, 0x7a, 0, 1, 0, 3};

  private static final byte[] VERSION = ascii("HPKE-v1");
  private static final byte[] NOTHING = {};
  private static final int KEY = 32;
  private static final int NONCE = 12;

  private final SecretBytes key;
  private final byte[] nonce;

  /** The keys for a message from a shared secret, which stays the caller's. */
  Hpke(SecretBytes shared, String info) {
    byte[] base = {0};
    byte[] context =
        joined(
            base,
            extract(NOTHING, "psk_id_hash", NOTHING),
            extract(NOTHING, "info_hash", ascii(info)));
    try (SecretBytes secret = SecretBytes.owning(extract(shared.exposed(), "secret", NOTHING))) {
      key = SecretBytes.owning(expand(secret, "key", context, KEY));
      nonce = expand(secret, "base_nonce", context, NONCE);
    }
  }

  byte[] seal(SecretBytes plaintext) {
    return Primitives.chacha20Poly1305Seal(key.exposed(), nonce, plaintext.exposed());
  }

  /** The plaintext, which the caller closes; empty if it was sealed under another secret. */
  Optional<SecretBytes> open(byte[] sealed) {
    return Primitives.chacha20Poly1305Open(key.exposed(), nonce, sealed).map(SecretBytes::owning);
  }

  @Override
  public void close() {
    key.close();
  }

  /** LabeledExtract of RFC 9180 §4. */
  private byte[] extract(byte[] salt, String label, byte[] secret) {
    return Primitives.hmacSha256(salt, joined(VERSION, SUITE, ascii(label), secret));
  }

  /** LabeledExpand of RFC 9180 §4, for as many bytes as one round of HKDF gives. */
  private byte[] expand(SecretBytes secret, String label, byte[] context, int length) {
    byte[] size = {0, (byte) length};
    byte[] firstRound = {1};
    byte[] info = joined(size, VERSION, SUITE, ascii(label), context, firstRound);
    byte[] round = Primitives.hmacSha256(secret.exposed(), info);
    byte[] out = new byte[length];
    System.arraycopy(round, 0, out, 0, length);
    return out;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
