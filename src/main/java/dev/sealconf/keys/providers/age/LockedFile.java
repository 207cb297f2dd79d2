package dev.sealconf.keys.providers.age;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import dev.sealconf.io.World;
import dev.sealconf.keys.providers.age.AgeException.Part;
import dev.sealconf.keys.spi.Passphrase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A file encrypted with a passphrase, as by {@code age -p}, with or without armor. */
public final class LockedFile {
  /** The first characters of either form; SOPS checks the same ones. */
  private static final String BINARY = "age-encryption";

  private static final String ARMORED = "-----BEGIN AGE";

  private LockedFile() {}

  /** Returns whether the content looks like a passphrase-encrypted file. */
  public static boolean looksLocked(byte[] content) {
    return startsWith(content, BINARY) || startsWith(content, ARMORED);
  }

  /** Encrypts the content with a passphrase and armors it. */
  public static byte[] lock(SecretBytes content, SecretBytes passphrase, Entropy entropy) {
    byte[] file = AgeFile.seal(content, List.of(new PassphraseRecipient(passphrase)), entropy);
    return Armor.encode(file).getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Asks for the passphrase and decrypts the file. The caller closes the result.
   *
   * @param what names the file in the prompt, quoted
   * @throws AgeException if there is no answer, the passphrase is wrong, or the file is malformed
   */
  public static SecretBytes open(byte[] content, String what, World world) throws AgeException {
    byte[] file = unarmored(content);
    try (SecretBytes passphrase = passphrase(what, world)) {
      return opened(file, passphrase);
    }
  }

  /**
   * Decrypts the file. The caller closes the result.
   *
   * @throws AgeException if the passphrase is wrong or the file is malformed
   */
  public static SecretBytes open(byte[] content, SecretBytes passphrase) throws AgeException {
    return opened(unarmored(content), passphrase);
  }

  private static byte[] unarmored(byte[] content) throws AgeException {
    return startsWith(content, BINARY)
        ? content
        : Armor.decode(new String(content, StandardCharsets.ISO_8859_1));
  }

  private static SecretBytes opened(byte[] file, SecretBytes passphrase) throws AgeException {
    try {
      return AgeFile.open(file, List.of(new PassphraseIdentity(passphrase)));
    } catch (AgeException e) {
      throw e.part() == Part.NO_MATCH
          ? new AgeException(Part.NO_MATCH, "the passphrase is wrong")
          : e;
    }
  }

  /**
   * Asks for a file's passphrase. The caller closes it.
   *
   * @param what names the file in the prompt, quoted
   * @throws AgeException if there is no answer
   */
  public static SecretBytes passphrase(String what, World world) throws AgeException {
    Optional<SecretBytes> typed = Passphrase.ask(world, "Enter passphrase for " + what + ":");
    if (typed.isEmpty()) {
      throw new AgeException(
          Part.NO_MATCH, "protected by a passphrase, and there is no terminal to ask for it");
    }
    return typed.get();
  }

  private static boolean startsWith(byte[] content, String prefix) {
    int length = prefix.length();
    return content.length >= length
        && new String(content, 0, length, StandardCharsets.ISO_8859_1).equals(prefix);
  }
}
