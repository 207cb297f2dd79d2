package dev.sealconf.keys.providers.age.ssh;

import dev.sealconf.keys.providers.age.AgeException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The unencrypted start of a key file in OpenSSH's own format (OpenSSH's {@code PROTOCOL.key}).
 *
 * @param cipher the cipher that encrypts the private key, or {@code none}
 * @param publicKey the public key
 */
record OpenSshContainer(String cipher, SshPublicKey publicKey) {
  private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);

  static OpenSshContainer read(byte[] file) throws AgeException {
    try {
      ByteBuffer in = ByteBuffer.wrap(file);
      byte[] magic = new byte[MAGIC.length];
      in.get(magic);
      if (Arrays.equals(magic, MAGIC)) {
        String cipher = text(field(in));
        field(in);
        field(in);
        if (in.getInt() == 1) {
          byte[] blob = field(in);
          return new OpenSshContainer(
              cipher, new SshPublicKey(text(field(ByteBuffer.wrap(blob))), blob));
        }
      }
    } catch (BufferUnderflowException e) {
      // Reported below.
    }
    throw new AgeException(AgeException.Part.NO_MATCH, "not an OpenSSH private key");
  }

  boolean isLocked() {
    return !cipher.equals("none");
  }

  private static byte[] field(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
