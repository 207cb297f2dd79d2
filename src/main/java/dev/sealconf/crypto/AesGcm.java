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
 * AES-GCM under one key with a 16-byte tag and nonces of any length from 1 byte (NIST SP 800-38D).
 * An instance is for one thread; it computes the key's schedule and tables once.
 */
public final class AesGcm {
  private final byte[] key;
  private GCMModeCipher cipher;
  private byte[] lastNonce;

  /**
   * The cipher under a key.
   *
   * @param key 16 or 32 bytes
   * @throws IllegalArgumentException if the key has another length
   */
  public AesGcm(byte[] key) {
    Lengths.requireAesKey(key);
    this.key = key.clone();
  }

  /**
   * Ciphertext followed by the 16-byte tag. The caller never uses a nonce twice under one key,
   * unless plaintext and additional data are the same as well.
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

  /** The same with the additional data in one piece. */
  public byte[] seal(byte[] nonce, byte[] plaintext, byte[] additionalData) {
    return seal(nonce, plaintext, List.of(additionalData));
  }

  /**
   * The plaintext, or empty if the tag does not match, the input is shorter than a tag, or the
   * nonce is empty. It releases no part of the plaintext then.
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

  /** The same with the additional data in one piece. */
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

  /** BouncyCastle refuses the same nonce twice in a row, so a repeated nonce needs a new cipher. */
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
