package dev.sealconf.crypto;

import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.AEADCipher;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.modes.XChaCha20Poly1305;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** ChaCha20-Poly1305 and XChaCha20-Poly1305, implemented by BouncyCastle. */
final class ChaCha {
  private static final int KEY = 32;
  private static final int NONCE = 12;
  private static final int EXTENDED_NONCE = 24;
  private static final byte[] NO_DATA = {};

  private ChaCha() {}

  static byte[] seal(byte[] key, byte[] nonce, byte[] plaintext) {
    Lengths.require("nonce", nonce, NONCE);
    return seal(new ChaCha20Poly1305(), key, nonce, plaintext, NO_DATA);
  }

  static Optional<byte[]> open(byte[] key, byte[] nonce, byte[] sealed) {
    return nonce.length == NONCE
        ? open(new ChaCha20Poly1305(), key, nonce, sealed, NO_DATA)
        : Optional.empty();
  }

  static byte[] sealExtended(byte[] key, byte[] nonce, byte[] plaintext, byte[] additionalData) {
    Lengths.require("nonce", nonce, EXTENDED_NONCE);
    return seal(new XChaCha20Poly1305(), key, nonce, plaintext, additionalData);
  }

  static Optional<byte[]> openExtended(
      byte[] key, byte[] nonce, byte[] sealed, byte[] additionalData) {
    return nonce.length == EXTENDED_NONCE
        ? open(new XChaCha20Poly1305(), key, nonce, sealed, additionalData)
        : Optional.empty();
  }

  private static byte[] seal(
      AEADCipher cipher, byte[] key, byte[] nonce, byte[] plaintext, byte[] additionalData) {
    try {
      return run(cipher, true, key, nonce, plaintext, additionalData);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("sealing has no tag to fail on");
    }
  }

  private static Optional<byte[]> open(
      AEADCipher cipher, byte[] key, byte[] nonce, byte[] sealed, byte[] additionalData) {
    if (sealed.length < Lengths.TAG) {
      return Optional.empty();
    }
    try {
      return Optional.of(run(cipher, false, key, nonce, sealed, additionalData));
    } catch (InvalidCipherTextException e) {
      return Optional.empty();
    }
  }

  private static byte[] run(
      AEADCipher cipher, boolean seal, byte[] key, byte[] nonce, byte[] input, byte[] data)
      throws InvalidCipherTextException {
    Lengths.require("key", key, KEY);
    cipher.init(
        seal, new AEADParameters(new KeyParameter(key), Lengths.TAG * Byte.SIZE, nonce, data));
    byte[] out = new byte[cipher.getOutputSize(input.length)];
    int written = cipher.processBytes(input, 0, input.length, out, 0);
    cipher.doFinal(out, written);
    return out;
  }
}
