package dev.sealconf.crypto;

import org.bouncycastle.crypto.digests.SHA512Digest;

/** A running SHA-512 (FIPS 180-4), for one thread. */
public final class Sha512 {
  private final SHA512Digest digest = new SHA512Digest();

  /** Adds these bytes to what is hashed. */
  public void update(byte[] bytes) {
    digest.update(bytes, 0, bytes.length);
  }

  /** The 64 bytes of the digest; the hash must not be used afterwards. */
  public byte[] digest() {
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }
}
