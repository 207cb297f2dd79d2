package dev.sealconf.keys.providers.age;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The encrypted content of an age file: a nonce, then chunks of 64 KiB, each encrypted with a
 * counter and a flag that marks the last chunk (STREAM). It is held in memory as a whole, so that
 * no plaintext is released unless all of it is authentic.
 */
final class Payload {
  static final int NONCE = 16;
  private static final int CHUNK = 64 * 1024;
  private static final int TAG = 16;
  private static final int KEY = 32;

  private Payload() {}

  static byte[] seal(byte[] plaintext, byte[] nonce, SecretBytes fileKey) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plaintext.length + NONCE + TAG);
    out.writeBytes(nonce);
    try (SecretBytes key = key(nonce, fileKey)) {
      int at = 0;
      int chunk = 0;
      do {
        int end = Math.min(plaintext.length, at + CHUNK);
        byte[] counter = counter(chunk++, end == plaintext.length);
        try (SecretBytes piece = SecretBytes.owning(Arrays.copyOfRange(plaintext, at, end))) {
          out.writeBytes(Primitives.chacha20Poly1305Seal(key.exposed(), counter, piece.exposed()));
        }
        at = end;
      } while (at < plaintext.length);
    }
    return out.toByteArray();
  }

  /** Decrypts the bytes from {@code start} on. The caller wipes the result. */
  static byte[] open(byte[] file, int start, SecretBytes fileKey) throws AgeException {
    if (file.length - start < NONCE) {
      throw new AgeException(AgeException.Part.HEADER, "the age file ends before its payload");
    }
    byte[] nonce = Arrays.copyOfRange(file, start, start + NONCE);
    try (SecretBytes key = key(nonce, fileKey)) {
      return chunks(file, start + NONCE, key);
    }
  }

  private static byte[] chunks(byte[] file, int start, SecretBytes key) throws AgeException {
    byte[] plaintext = new byte[length(file.length - start)];
    boolean complete = false;
    try {
      int at = start;
      int done = 0;
      for (int chunk = 0; chunk == 0 || at < file.length; chunk++) {
        int end = Math.min(file.length, at + CHUNK + TAG);
        try (SecretBytes opened = opened(file, at, end, chunk, key)) {
          System.arraycopy(opened.exposed(), 0, plaintext, done, opened.length());
          done += opened.length();
        }
        at = end;
      }
      complete = true;
      return plaintext;
    } finally {
      if (!complete) {
        Arrays.fill(plaintext, (byte) 0);
      }
    }
  }

  /** Returns how many bytes of plaintext these bytes of chunks contain. */
  private static int length(int sealed) throws AgeException {
    int whole = sealed / (CHUNK + TAG);
    int rest = sealed % (CHUNK + TAG);
    if (sealed == 0 || rest > 0 && rest < TAG) {
      throw malformed("is cut off or was changed");
    }
    return whole * CHUNK + Math.max(0, rest - TAG);
  }

  private static SecretBytes opened(byte[] file, int at, int end, int chunk, SecretBytes key)
      throws AgeException {
    byte[] counter = counter(chunk, end == file.length);
    byte[] sealed = Arrays.copyOfRange(file, at, end);
    Optional<byte[]> opened = Primitives.chacha20Poly1305Open(key.exposed(), counter, sealed);
    if (opened.isEmpty()) {
      throw malformed("is cut off or was changed");
    }
    if (opened.get().length == 0 && chunk > 0) {
      throw malformed("ends with an empty chunk");
    }
    return SecretBytes.owning(opened.get());
  }

  private static SecretBytes key(byte[] nonce, SecretBytes fileKey) {
    return SecretBytes.owning(Primitives.hkdfSha256(fileKey.exposed(), nonce, "payload", KEY));
  }

  /** Returns the nonce: an eleven-byte big-endian chunk number, then a flag for the last chunk. */
  private static byte[] counter(int chunk, boolean last) {
    return new byte[] {
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      (byte) (chunk >>> 24),
      (byte) (chunk >>> 16),
      (byte) (chunk >>> 8),
      (byte) chunk,
      (byte) (last ? 1 : 0)
    };
  }

  private static AgeException malformed(String why) {
    return new AgeException(AgeException.Part.PAYLOAD, "the payload of the age file " + why);
  }
}
