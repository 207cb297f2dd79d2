package dev.sealconf.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM by the JCA. */
final class JcaAesGcm implements AesGcm {
  private final SecretKeySpec key;
  private Cipher cipher;
  private byte[] lastNonce;

  JcaAesGcm(byte[] key) {
    Lengths.requireAesKey(key);
    this.key = new SecretKeySpec(key, "AES");
  }

  @Override
  public byte[] seal(byte[] nonce, byte[] plaintext, List<byte[]> additionalData) {
    Lengths.requireNonce(nonce);
    try {
      return run(Cipher.ENCRYPT_MODE, nonce, plaintext, additionalData);
    } catch (AEADBadTagException e) {
      throw new IllegalStateException("sealing has no tag to fail on");
    }
  }

  @Override
  public Optional<byte[]> open(byte[] nonce, byte[] ciphertextAndTag, List<byte[]> additionalData) {
    if (nonce.length == 0 || ciphertextAndTag.length < Lengths.TAG) {
      return Optional.empty();
    }
    try {
      return Optional.of(run(Cipher.DECRYPT_MODE, nonce, ciphertextAndTag, additionalData));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    }
  }

  private byte[] run(int mode, byte[] nonce, byte[] input, List<byte[]> additionalData)
      throws AEADBadTagException {
    try {
      prepare(mode, nonce);
      additionalData.forEach(cipher::updateAAD);
      return cipher.doFinal(input);
    } catch (AEADBadTagException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks AES-GCM");
    }
  }

  /** The JCA refuses to seal twice in a row under one nonce; whether that is right is not ours. */
  private void prepare(int mode, byte[] nonce) throws GeneralSecurityException {
    if (cipher == null || Arrays.equals(nonce, lastNonce)) {
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
    }
    cipher.init(mode, key, new GCMParameterSpec(Lengths.TAG * Byte.SIZE, nonce));
    lastNonce = nonce.clone();
  }
}
