package dev.sealconf.keys.providers.age;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A passphrase that decrypts files made by {@code age -p} (scrypt stanza). */
public final class PassphraseIdentity implements AgeIdentity {
  /** The largest work factor accepted from a file: 4 GiB of memory and about ten seconds. */
  public static final int MOST_WORK = 22;

  static final String TYPE = "scrypt";
  private static final byte[] SALT_PREFIX =
      "age-encryption.org/v1/scrypt".getBytes(StandardCharsets.US_ASCII);
  static final int SALT = 16;
  static final int KEY = 32;

  private final SecretBytes passphrase;

  /** Creates an identity. It uses the caller's UTF-8 bytes without copying or closing them. */
  public PassphraseIdentity(SecretBytes passphrase) {
    this.passphrase = passphrase;
  }

  @Override
  public Optional<SecretBytes> unwrap(List<Stanza> stanzas) throws AgeException {
    if (!stanzas.get(0).type().equals(TYPE)) {
      return Optional.empty();
    }
    Stanza stanza = stanzas.get(0);
    if (stanza.arguments().size() != 3 || stanza.body().length != FileKey.SEALED) {
      throw malformed("it has a wrong number of arguments or a wrong length");
    }
    byte[] salt =
        Base64Text.decode(stanza.arguments().get(1))
            .filter(bytes -> bytes.length == SALT)
            .orElseThrow(() -> malformed("its salt is not 16 bytes"));
    int work = work(stanza.arguments().get(2));
    byte[] derived = Primitives.scrypt(passphrase.exposed(), salted(salt), work, KEY);
    try (SecretBytes key = SecretBytes.owning(derived)) {
      return FileKey.open(stanza.body(), key);
    }
  }

  private static int work(String text) throws AgeException {
    boolean decimal = !text.isEmpty() && text.length() <= 2 && text.charAt(0) != '0';
    for (int i = 0; i < text.length(); i++) {
      decimal &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    if (!decimal) {
      throw malformed("its work factor is not a number from 1 to " + MOST_WORK);
    }
    int work = Integer.parseInt(text);
    if (work > MOST_WORK) {
      throw malformed("its work factor " + work + " is more than " + MOST_WORK);
    }
    if (!fitsMemory(work)) {
      throw malformed("its work factor " + work + " needs " + (1L << work - 10) + " MiB of memory");
    }
    return work;
  }

  /** Returns whether there is enough memory: each step of the work factor takes 1024 bytes. */
  static boolean fitsMemory(int work) {
    return 1024L << work <= Runtime.getRuntime().maxMemory() * 3 / 4;
  }

  /** Returns the scrypt salt: age's fixed prefix and the stanza's salt. */
  static byte[] salted(byte[] salt) {
    byte[] all = new byte[SALT_PREFIX.length + SALT];
    System.arraycopy(SALT_PREFIX, 0, all, 0, SALT_PREFIX.length);
    System.arraycopy(salt, 0, all, SALT_PREFIX.length, SALT);
    return all;
  }

  private static AgeException malformed(String why) {
    return new AgeException(AgeException.Part.HEADER, "the scrypt stanza is refused: " + why);
  }
}
