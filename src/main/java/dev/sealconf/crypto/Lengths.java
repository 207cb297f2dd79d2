package dev.sealconf.crypto;

/** Checks of what callers hand in. */
final class Lengths {
  /** The length of the tag of every cipher here, in bytes. */
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
