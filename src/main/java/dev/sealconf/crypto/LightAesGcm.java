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

/** AES-GCM by BouncyCastle; the key's schedule and tables are made once. */
final class LightAesGcm implements AesGcm {
  private final byte[] key;
  private GCMModeCipher cipher;
  private byte[] lastNonce;

  LightAesGcm(byte[] key) {
    Lengths.requireAesKey(key);
    this.key = key.clone();
  }

  @Override
  public byte[] seal(byte[] nonce, byte[] plaintext, List<byte[]> additionalData) {
    Lengths.requireNonce(nonce);
    try {
      return run(true, nonce, plaintext, additionalData);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("sealing has no tag to fail on");
    }
  }

  @Override
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

  private byte[] run(boolean seal, byte[] nonce, byte[] input, List<byte[]> additionalData)
      throws InvalidCipherTextException {
    prepare(seal, nonce);
    additionalData.forEach(part -> cipher.processAADBytes(part, 0, part.length));
    byte[] out = new byte[cipher.getOutputSize(input.length)];
    int written = cipher.processBytes(input, 0, input.length, out, 0);
    cipher.doFinal(out, written);
    return out;
  }

  /**
   * BouncyCastle refuses to seal twice in a row under one nonce; whether that is right is not ours.
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
