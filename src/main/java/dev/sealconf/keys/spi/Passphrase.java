package dev.sealconf.keys.spi;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Asks for the passphrase of something encrypted on this machine. */
public final class Passphrase {
  private Passphrase() {}

  /** Returns the typed text as UTF-8, which the caller closes, or empty if there is no answer. */
  public static Optional<SecretBytes> ask(World world, String prompt) {
    if (!world.ask().interactive()) {
      return Optional.empty();
    }
    return world.ask().askSecret(prompt).map(Passphrase::bytes);
  }

  /**
   * Asks for a new passphrase twice and returns it as UTF-8, which the caller closes.
   *
   * @param what the thing to protect, quoted
   * @throws SealconfException if there is no answer, it is empty, or the two differ
   */
  public static SecretBytes choose(World world, String what) {
    SecretBytes first =
        ask(world, "New passphrase for " + what + ":")
            .filter(typed -> typed.length() > 0)
            .orElse(null);
    if (first == null) {
      throw new Refusal("no passphrase entered for " + what).hint(world.ask().howToSupply());
    }
    try (SecretBytes second =
        ask(world, "Type it again:").orElseGet(() -> SecretBytes.owning(new byte[0]))) {
      if (Arrays.equals(first.exposed(), second.exposed())) {
        return first;
      }
    }
    first.close();
    throw new Refusal("the two passphrases differ; nothing changed");
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
