package dev.sealconf.crypto;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * AES-GCM with one key, a 16-byte tag and nonces of at least 1 byte (NIST SP 800-38D). It computes
 * the key's schedule and tables only once. An instance is for one thread.
 */
public final class AesGcm {
  private final byte[] key;
  private GCMModeCipher cipher;
  private byte[] lastNonce;

  /**
   * Creates a cipher for a key.
   *
   * @param key 16 or 32 bytes
   * @throws IllegalArgumentException if the key has another length
   */
  public AesGcm(byte[] key) {
    Lengths.requireAesKey(key);
    this.key = key.clone();
  }

  /**
   * Encrypts and returns the ciphertext followed by the 16-byte tag. The caller must not use a
   * nonce twice with the same key, unless the plaintext and the additional data are also the same.
   *
   * @param additionalData in parts, which are authenticated as if they were joined
   * @throws IllegalArgumentException if the nonce is empty
   */
  public byte[] seal(byte[] nonce, byte[] plaintext, List<byte[]> additionalData) {
    Lengths.requireNonce(nonce);
    try {
      return run(true, nonce, plaintext, additionalData);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("encryption checks no tag", e);
    }
  }

  /** Encrypts with the additional data in one piece. */
  public byte[] seal(byte[] nonce, byte[] plaintext, byte[] additionalData) {
    return seal(nonce, plaintext, List.of(additionalData));
  }

  /**
   * Decrypts and returns the plaintext. Returns empty, without releasing any plaintext, if the tag
   * doesn't match, the input is shorter than a tag, or the nonce is empty.
   *
   * @param additionalData in parts, which are authenticated as if they were joined
   */
  public Optional<byte[]> open(byte[] nonce, byte[] ciphertextAndTag, List<byte[]> additionalData) {
    if (nonce.length == 0 || ciphertextAndTag.length < Lengths.TAG) {
      return Optional.empty();
    }
    try {
      return Optional.of(run(false, nonce, ciphertextAndTag, additionalData));
    } catch (InvalidCipherTextException e) {
      return Optional.empty();
    }
  }

  /** Decrypts with the additional data in one piece. */
  public Optional<byte[]> open(byte[] nonce, byte[] ciphertextAndTag, byte[] additionalData) {
    return open(nonce, ciphertextAndTag, List.of(additionalData));
  }

  private byte[] run(boolean seal, byte[] nonce, byte[] input, List<byte[]> additionalData)
      throws InvalidCipherTextException {
    prepare(seal, nonce);
    for (byte[] part : additionalData) {
      cipher.processAADBytes(part, 0, part.length);
    }
    byte[] out = new byte[cipher.getOutputSize(input.length)];
    int written = cipher.processBytes(input, 0, input.length, out, 0);
    cipher.doFinal(out, written);
    return out;
  }

  /**
   * Prepares the cipher. BouncyCastle refuses the same nonce twice in a row, so a repeated nonce
   * needs a new cipher.
   */
  private void prepare(boolean seal, byte[] nonce) {
    boolean fresh = cipher == null || Arrays.equals(nonce, lastNonce);
    if (fresh) {
      cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
    }
    KeyParameter schedule = fresh ? new KeyParameter(key) : null;
    cipher.init(seal, new AEADParameters(schedule, Lengths.TAG * Byte.SIZE, nonce));
    lastNonce = nonce.clone();
  }
}
