package dev.sealconf.crypto;

/** Checks the lengths of keys and nonces. */
final class Lengths {
  /** The length of a tag, in bytes, for all ciphers in this package. */
  static final int TAG = 16;

  private Lengths() {}

  static void require(String what, byte[] bytes, int length) {
    if (bytes.length != length) {
      throw new IllegalArgumentException(
          "the " + what + " has " + bytes.length + " bytes, not " + length);
    }
  }

  static void requireAesKey(byte[] key) {
    if (key.length != 16 && key.length != 32) {
      throw new IllegalArgumentException("the key has " + key.length + " bytes, not 16 or 32");
    }
  }

  static void requireNonce(byte[] nonce) {
    if (nonce.length == 0) {
      throw new IllegalArgumentException("the nonce is empty");
    }
  }
}
