package dev.sealconf.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA512Digest;

/** A running SHA-512 (FIPS 180-4), for one thread. */
public final class Sha512 {
  private static final int BUFFER = 4096;

  private final SHA512Digest digest = new SHA512Digest();

  /** Short inputs, put together: the digest takes whole blocks faster than single bytes. */
  private final byte[] waiting = new byte[BUFFER];

  private int count;

  /** Adds these bytes to what is hashed. */
  public void update(byte[] bytes) {
    if (bytes.length > BUFFER - count) {
      digest.update(waiting, 0, count);
      count = 0;
    }
    if (bytes.length > BUFFER) {
      digest.update(bytes, 0, bytes.length);
    } else {
      System.arraycopy(bytes, 0, waiting, count, bytes.length);
      count += bytes.length;
    }
  }

  /** The 64 bytes of the digest; the hash must not be used afterwards. */
  public byte[] digest() {
    digest.update(waiting, 0, count);
    Arrays.fill(waiting, (byte) 0);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }
}
