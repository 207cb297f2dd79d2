package dev.sealconf.keys.providers.age.ssh;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.World;
import dev.sealconf.keys.providers.age.AgeException;
import dev.sealconf.keys.providers.age.AgeException.Part;
import dev.sealconf.keys.providers.age.AgeIdentity;
import dev.sealconf.keys.providers.age.LockedFile;
import dev.sealconf.keys.providers.age.Stanza;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A private ssh key as it was stored. An encrypted key needs its public key, so that the user is
 * asked for the passphrase only when a stanza is for this key.
 */
public final class SshPrivateKey implements AgeIdentity, AutoCloseable {
  private final SshKeyText text;
  private final SshPublicKey publicKey;
  private final String place;
  private final World world;
  private SshIdentity identity;

  private SshPrivateKey(SshKeyText text, SshPublicKey publicKey, String place, World world) {
    this.text = text;
    this.publicKey = publicKey;
    this.place = place;
    this.world = world;
  }

  /**
   * Reads a key.
   *
   * @param place names the key in the prompt, quoted
   * @param beside finds the public key if the text doesn't contain it
   * @throws AgeException saying why, if the key can't be used
   */
  public static SshPrivateKey read(
      byte[] content, String place, Supplier<Optional<SshPublicKey>> beside, World world)
      throws AgeException {
    SshKeyText text = SshKeyText.read(content);
    if (!text.isLocked()) {
      try (text) {
        SshPrivateKey key = new SshPrivateKey(text, null, place, world);
        key.identity = text.identity(world.entropy());
        return key;
      }
    }
    SshPublicKey known =
        text.publicKey()
            .or(beside)
            .orElseThrow(
                () ->
                    new AgeException(
                        Part.NO_MATCH, "encrypted, and its public key is not next to it"));
    return new SshPrivateKey(text, known, place, world);
  }

  /** Returns the public key. */
  public synchronized SshPublicKey publicKey() {
    return identity == null ? publicKey : identity.publicKey();
  }

  /** Returns whether using the key would require a passphrase. */
  public synchronized boolean isLocked() {
    return identity == null;
  }

  /**
   * Unwraps the file key. Asks for the passphrase if the key has one and a stanza is for it.
   *
   * @throws AgeException also if there is no answer, or the passphrase is wrong
   */
  @Override
  public synchronized Optional<SecretBytes> unwrap(List<Stanza> stanzas) throws AgeException {
    if (identity == null) {
      if (!publicKey.isNamedIn(stanzas)) {
        return Optional.empty();
      }
      identity = unlocked();
    }
    return identity.unwrap(stanzas);
  }

  /** Wipes the private key, as far as Java can. */
  @Override
  public synchronized void close() {
    if (identity != null) {
      identity.close();
    }
  }

  private SshIdentity unlocked() throws AgeException {
    try (SecretBytes passphrase = LockedFile.passphrase(place, world)) {
      SshIdentity opened = text.identity(passphrase, world.entropy());
      if (!opened.publicKey().equals(publicKey)) {
        opened.close();
        throw new AgeException(Part.NO_MATCH, "its public and private keys don't match");
      }
      return opened;
    }
  }
}
