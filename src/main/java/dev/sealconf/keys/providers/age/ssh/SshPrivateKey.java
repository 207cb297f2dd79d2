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
 * A private ssh key as it lies somewhere. One that is encrypted needs its public half, so that its
 * passphrase is asked for only when a stanza is for it.
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
   * The key of a text.
   *
   * @param place names it in the prompt, quoted
   * @param beside looks for the public half, if it is not in the text itself
   * @throws AgeException if it can't be used, saying why
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

  /** Its public half. */
  public synchronized SshPublicKey publicKey() {
    return identity == null ? publicKey : identity.publicKey();
  }

  /** Whether the passphrase would have to be asked for. */
  public synchronized boolean isLocked() {
    return identity == null;
  }

  /**
   * Asks for the passphrase, if there is one and a stanza is for this key.
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
