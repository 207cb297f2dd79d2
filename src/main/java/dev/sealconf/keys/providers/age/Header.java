package dev.sealconf.keys.providers.age;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The header of an age file: everything before the payload.
 *
 * @param stanzas the file key, wrapped once for each recipient
 * @param signed the bytes that the MAC covers: everything up to and including the three dashes that
 *     start the MAC line
 * @param mac the MAC that the file contains
 * @param length the length of the whole header, in bytes
 */
record Header(List<Stanza> stanzas, byte[] signed, byte[] mac, int length) {
  static final String VERSION = "age-encryption.org/v1";
  static final String DASHES = "---";
  static final int MAC = 32;

  private static final byte[] NO_SALT = {};

  /** Encodes a header with these stanzas, authenticated by the file key. */
  static byte[] write(List<Stanza> stanzas, SecretBytes fileKey) {
    StringBuilder text = new StringBuilder(VERSION).append('\n');
    for (Stanza stanza : stanzas) {
      stanza.write(text);
    }
    byte[] signed = text.append(DASHES).toString().getBytes(StandardCharsets.US_ASCII);
    String mac = Base64Text.encode(mac(signed, fileKey));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(signed);
    out.writeBytes((" " + mac + "\n").getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  /** Returns whether this file key produced the header's MAC. Compares in constant time. */
  boolean isAuthentic(SecretBytes fileKey) {
    byte[] expected = mac(signed, fileKey);
    int difference = expected.length ^ mac.length;
    for (int i = 0; i < Math.min(expected.length, mac.length); i++) {
      difference |= expected[i] ^ mac[i];
    }
    return difference == 0;
  }

  private static byte[] mac(byte[] signed, SecretBytes fileKey) {
    byte[] key = Primitives.hkdfSha256(fileKey.exposed(), NO_SALT, "header", MAC);
    return Primitives.hmacSha256(key, signed);
  }
}
