package dev.sealconf.keys.providers.age;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Text with a readable prefix and a checksum (BIP 173, without its limit of 90 characters).
 *
 * @param prefix the text before the last {@code 1}, in its original case
 * @param data the bytes; the caller owns them
 */
public record Bech32(String prefix, byte[] data) {
  private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int CHECKSUM = 6;
  private static final int GROUP = 5;

  /**
   * Decodes a text, or returns empty if it isn't Bech32, mixes upper and lower case, or has a wrong
   * checksum.
   */
  public static Optional<Bech32> decode(String text) {
    int separator = text.lastIndexOf('1');
    if (separator < 1 || separator + CHECKSUM >= text.length() || !printable(text)) {
      return Optional.empty();
    }
    String lower = lower(text);
    if (!text.equals(lower) && !text.equals(upper(text))) {
      return Optional.empty();
    }
    byte[] groups = new byte[text.length() - separator - 1];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = (byte) ALPHABET.indexOf(lower.charAt(separator + 1 + i));
      if (groups[i] < 0) {
        return Optional.empty();
      }
    }
    if (checksum(lower.substring(0, separator), groups) != 1) {
      return Optional.empty();
    }
    Optional<byte[]> data = bytes(Arrays.copyOf(groups, groups.length - CHECKSUM));
    return data.isPresent()
        ? Optional.of(new Bech32(text.substring(0, separator), data.get()))
        : Optional.empty();
  }

  /** Encodes bytes with a lower-case prefix; the result is lower case. */
  public static String encode(String prefix, byte[] data) {
    byte[] groups = groups(data);
    byte[] summed = Arrays.copyOf(groups, groups.length + CHECKSUM);
    int sum = checksum(prefix, summed) ^ 1;
    StringBuilder text = new StringBuilder(prefix).append('1');
    for (byte group : groups) {
      text.append(ALPHABET.charAt(group));
    }
    for (int i = CHECKSUM - 1; i >= 0; i--) {
      text.append(ALPHABET.charAt(sum >>> (GROUP * i) & 31));
    }
    return text.toString();
  }

  private static int checksum(String prefix, byte[] groups) {
    int sum = 1;
    for (int i = 0; i < prefix.length(); i++) {
      sum = step(sum, prefix.charAt(i) >>> GROUP);
    }
    sum = step(sum, 0);
    for (int i = 0; i < prefix.length(); i++) {
      sum = step(sum, prefix.charAt(i) & 31);
    }
    for (byte group : groups) {
      sum = step(sum, group);
    }
    return sum;
  }

  private static int step(int sum, int value) {
    int top = sum >>> 25;
    int next = (sum & 0x1ffffff) << GROUP ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= -(top >>> i & 1) & GENERATOR[i];
    }
    return next;
  }

  private static byte[] groups(byte[] data) {
    byte[] groups = new byte[(data.length * Byte.SIZE + GROUP - 1) / GROUP];
    for (int bit = 0; bit < data.length * Byte.SIZE; bit++) {
      int value = data[bit / Byte.SIZE] >>> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1;
      groups[bit / GROUP] |= (byte) (value << (GROUP - 1 - bit % GROUP));
    }
    return groups;
  }

  private static Optional<byte[]> bytes(byte[] groups) {
    int bits = groups.length * GROUP;
    int rest = bits % Byte.SIZE;
    byte[] data = new byte[bits / Byte.SIZE];
    for (int bit = 0; bit < data.length * Byte.SIZE; bit++) {
      int value = groups[bit / GROUP] >>> (GROUP - 1 - bit % GROUP) & 1;
      data[bit / Byte.SIZE] |= (byte) (value << (Byte.SIZE - 1 - bit % Byte.SIZE));
    }
    boolean clean =
        rest < GROUP && (groups.length == 0 || (groups[groups.length - 1] & (1 << rest) - 1) == 0);
    return clean ? Optional.of(data) : Optional.empty();
  }

  private static boolean printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 33 || text.charAt(i) > 126) {
        return false;
      }
    }
    return true;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
