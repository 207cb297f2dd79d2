package dev.sealconf.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA512Digest;

/** An incremental SHA-512 hash (FIPS 180-4). An instance is for one thread. */
public final class Sha512 {
  private static final int BUFFER = 4096;

  private final SHA512Digest digest = new SHA512Digest();

  /** Buffers short inputs, because the digest processes whole blocks faster than single bytes. */
  private final byte[] waiting = new byte[BUFFER];

  private int count;

  /** Adds bytes to the hashed data. */
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

  /** Returns the 64-byte hash. The object must not be used afterwards. */
  public byte[] digest() {
    digest.update(waiting, 0, count);
    Arrays.fill(waiting, (byte) 0);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }
}
