package dev.sealconf.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Runs fast: AES-GCM and SHA-2 by the JCA, which the virtual machine replaces by the processor's
 * own instructions; XChaCha20-Poly1305 by Tink. What a file needs only once stays on the light
 * implementation.
 */
final class JcaPrimitives implements Primitives {
  static final JcaPrimitives INSTANCE = new JcaPrimitives();

  private static final String HMAC = "HmacSHA256";

  private final Primitives once = LightPrimitives.INSTANCE;

  private JcaPrimitives() {}

  @Override
  public AesGcm aesGcm(byte[] key) {
    return new JcaAesGcm(key);
  }

  @Override
  public Hash sha512() {
    return new JcaHash(digest("SHA-512"));
  }

  @Override
  public byte[] sha256(byte[] bytes) {
    return digest("SHA-256").digest(bytes);
  }

  @Override
  public byte[] hmacSha256(byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      // The JCA takes no empty key; a zero byte is the same key once HMAC has padded it.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, HMAC));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks HMAC-SHA256");
    }
  }

  @Override
  public byte[] hkdfSha256(byte[] secret, byte[] salt, String info, int length) {
    return once.hkdfSha256(secret, salt, info, length);
  }

  @Override
  public byte[] chacha20Poly1305Seal(byte[] key, byte[] nonce, byte[] plaintext) {
    return once.chacha20Poly1305Seal(key, nonce, plaintext);
  }

  @Override
  public Optional<byte[]> chacha20Poly1305Open(byte[] key, byte[] nonce, byte[] ciphertextAndTag) {
    return once.chacha20Poly1305Open(key, nonce, ciphertextAndTag);
  }

  @Override
  public byte[] xchacha20Poly1305Seal(
      byte[] key, byte[] nonce, byte[] plaintext, byte[] additionalData) {
    return TinkXChaCha.seal(key, nonce, plaintext, additionalData);
  }

  @Override
  public Optional<byte[]> xchacha20Poly1305Open(
      byte[] key, byte[] nonce, byte[] ciphertextAndTag, byte[] additionalData) {
    return TinkXChaCha.open(key, nonce, ciphertextAndTag, additionalData);
  }

  @Override
  public Optional<byte[]> x25519(byte[] privateKey, byte[] publicKey) {
    return once.x25519(privateKey, publicKey);
  }

  @Override
  public byte[] x25519PublicKey(byte[] privateKey) {
    return once.x25519PublicKey(privateKey);
  }

  @Override
  public byte[] scrypt(byte[] passphrase, byte[] salt, int logN, int length) {
    return once.scrypt(passphrase, salt, logN, length);
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks " + name);
    }
  }

  private record JcaHash(MessageDigest running) implements Hash {
    @Override
    public void update(byte[] bytes) {
      running.update(bytes);
    }

    @Override
    public byte[] digest() {
      return running.digest();
    }
  }
}
