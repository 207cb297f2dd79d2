package dev.sealconf.keys.providers.age;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import java.util.List;

/**
 * A passphrase to encrypt for, as {@code age -p} does (scrypt stanza). It must be a file's only
 * recipient.
 */
public final class PassphraseRecipient implements AgeRecipient {
  /** The work factor that age itself uses: 256 MiB of memory and about a second. */
  private static final int WORK = 18;

  private static final int LEAST_WORK = 15;

  private final SecretBytes passphrase;

  /** Creates a recipient. It uses the caller's UTF-8 bytes without copying or closing them. */
  public PassphraseRecipient(SecretBytes passphrase) {
    this.passphrase = passphrase;
  }

  @Override
  public List<Stanza> wrap(SecretBytes fileKey, Entropy entropy) {
    int work = WORK;
    while (work > LEAST_WORK && !PassphraseIdentity.fitsMemory(work)) {
      work--;
    }
    byte[] salt = entropy.bytes(PassphraseIdentity.SALT);
    byte[] derived =
        Primitives.scrypt(
            passphrase.exposed(), PassphraseIdentity.salted(salt), work, PassphraseIdentity.KEY);
    try (SecretBytes key = SecretBytes.owning(derived)) {
      return List.of(
          new Stanza(
              List.of(PassphraseIdentity.TYPE, Base64Text.encode(salt), Integer.toString(work)),
              FileKey.seal(fileKey, key)));
    }
  }
}
