package dev.sealconf.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * Starts fast: BouncyCastle's lightweight classes, which know nothing of the JCA. Asking the JCA
 * for anything at all costs a small decrypt more time than the rest of its cryptography.
 */
final class LightPrimitives implements Primitives {
  static final LightPrimitives INSTANCE = new LightPrimitives();

  private static final int SCRYPT_BLOCK = 8;
  private static final int SCRYPT_PARALLEL = 1;

  private LightPrimitives() {}

  @Override
  public AesGcm aesGcm(byte[] key) {
    return new LightAesGcm(key);
  }

  @Override
  public Hash sha512() {
    return new LightSha512();
  }

  @Override
  public byte[] sha256(byte[] bytes) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }

  @Override
  public byte[] hmacSha256(byte[] key, byte[] data) {
    HMac mac = new HMac(new SHA256Digest());
    mac.init(new KeyParameter(key));
    mac.update(data, 0, data.length);
    byte[] out = new byte[mac.getMacSize()];
    mac.doFinal(out, 0);
    return out;
  }

  @Override
  public byte[] hkdfSha256(byte[] secret, byte[] salt, String info, int length) {
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
    generator.init(new HKDFParameters(secret, salt, info.getBytes(UTF_8)));
    byte[] out = new byte[length];
    generator.generateBytes(out, 0, length);
    return out;
  }

  @Override
  public byte[] chacha20Poly1305Seal(byte[] key, byte[] nonce, byte[] plaintext) {
    return LightChaCha.seal(key, nonce, plaintext);
  }

  @Override
  public Optional<byte[]> chacha20Poly1305Open(byte[] key, byte[] nonce, byte[] ciphertextAndTag) {
    return LightChaCha.open(key, nonce, ciphertextAndTag);
  }

  @Override
  public byte[] xchacha20Poly1305Seal(
      byte[] key, byte[] nonce, byte[] plaintext, byte[] additionalData) {
    return LightChaCha.sealExtended(key, nonce, plaintext, additionalData);
  }

  @Override
  public Optional<byte[]> xchacha20Poly1305Open(
      byte[] key, byte[] nonce, byte[] ciphertextAndTag, byte[] additionalData) {
    return LightChaCha.openExtended(key, nonce, ciphertextAndTag, additionalData);
  }

  @Override
  public Optional<byte[]> x25519(byte[] privateKey, byte[] publicKey) {
    Lengths.require("private key", privateKey, X25519.SCALAR_SIZE);
    Lengths.require("public key", publicKey, X25519.POINT_SIZE);
    byte[] shared = new byte[X25519.POINT_SIZE];
    return X25519.calculateAgreement(privateKey, 0, publicKey, 0, shared, 0)
        ? Optional.of(shared)
        : Optional.empty();
  }

  /**
   * By the ladder rather than by BouncyCastle's tables of the base point: those take long to fill.
   */
  @Override
  public byte[] x25519PublicKey(byte[] privateKey) {
    Lengths.require("private key", privateKey, X25519.SCALAR_SIZE);
    byte[] basePoint = new byte[X25519.POINT_SIZE];
    basePoint[0] = 9;
    byte[] out = new byte[X25519.POINT_SIZE];
    X25519.scalarMult(privateKey, 0, basePoint, 0, out, 0);
    return out;
  }

  @Override
  public byte[] scrypt(byte[] passphrase, byte[] salt, int logN, int length) {
    return SCrypt.generate(passphrase, salt, 1 << logN, SCRYPT_BLOCK, SCRYPT_PARALLEL, length);
  }

  private static final class LightSha512 implements Hash {
    private final SHA512Digest digest = new SHA512Digest();

    @Override
    public void update(byte[] bytes) {
      digest.update(bytes, 0, bytes.length);
    }

    @Override
    public byte[] digest() {
      byte[] out = new byte[digest.getDigestSize()];
      digest.doFinal(out, 0);
      return out;
    }
  }
}
