package dev.sealconf.keys.providers.age;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is before the payload of an age file.
 *
 * @param stanzas the file key, once for each recipient
 * @param signed the bytes that the MAC covers: all up to and with the three dashes of its line
 * @param mac the MAC as it is in the file
 * @param length the number of bytes of the whole header
 */
record Header(List<Stanza> stanzas, byte[] signed, byte[] mac, int length) {
  static final String VERSION = "age-encryption.org/v1";
  static final String DASHES = "---";
  static final int MAC = 32;

  private static final byte[] NO_SALT = {};

  /** The header of these stanzas under this file key. */
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

  /** Whether the holder of this file key wrote the header; compared in constant time. */
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
