package dev.sealconf.keys.providers.age.ssh;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.keys.providers.age.AgeException;
import dev.sealconf.keys.providers.age.AgeIdentity;
import dev.sealconf.keys.providers.age.Stanza;
import java.util.List;
import java.util.Optional;

/** The private half of an ssh key, ready for use. It is tried on stanzas with its tag only. */
interface SshIdentity extends AgeIdentity, AutoCloseable {

  SshPublicKey publicKey();

  /**
   * The file key, or empty if the stanza is for another key with the same tag.
   *
   * @param stanza one with the tag of this key
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
