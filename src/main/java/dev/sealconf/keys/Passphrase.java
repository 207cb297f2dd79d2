package dev.sealconf.keys;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.World;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Asks for the passphrase of something that lies encrypted on this machine. */
public final class Passphrase {
  private Passphrase() {}

  /** The UTF-8 bytes of what was typed, which the caller closes; empty if nobody answers. */
  public static Optional<SecretBytes> ask(World world, String prompt) {
    if (!world.terminal().interactive()) {
      return Optional.empty();
    }
    return world.terminal().askSecret(prompt).map(Passphrase::bytes);
  }

  private static SecretBytes bytes(char[] typed) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(typed));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    Arrays.fill(encoded.array(), (byte) 0);
    Arrays.fill(typed, '\0');
    return SecretBytes.owning(bytes);
  }
}
