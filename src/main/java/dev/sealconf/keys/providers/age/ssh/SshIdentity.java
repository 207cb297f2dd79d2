package dev.sealconf.keys.providers.age.ssh;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.keys.providers.age.AgeException;
import dev.sealconf.keys.providers.age.AgeIdentity;
import dev.sealconf.keys.providers.age.Stanza;
import java.util.List;
import java.util.Optional;

/**
 * The private half of an ssh key, ready to use. It is tried only on stanzas that have the key's
 * tag.
 */
interface SshIdentity extends AgeIdentity, AutoCloseable {

  SshPublicKey publicKey();

  /**
   * Unwraps the file key, or returns empty if the stanza is for another key with the same tag.
   *
   * @param stanza a stanza with this key's tag
   * @throws AgeException if it is malformed
   */
  Optional<SecretBytes> unwrap(Stanza stanza) throws AgeException;

  /** Wipes the private key, as far as Java can. */
  @Override
  void close();

  @Override
  default Optional<SecretBytes> unwrap(List<Stanza> stanzas) throws AgeException {
    for (Stanza stanza : stanzas) {
      if (publicKey().isNamedIn(stanza)) {
        Optional<SecretBytes> fileKey = unwrap(stanza);
        if (fileKey.isPresent()) {
          return fileKey;
        }
      }
    }
    return Optional.empty();
  }
}
