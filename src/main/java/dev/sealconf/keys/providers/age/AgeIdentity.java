package dev.sealconf.keys.providers.age;

import dev.sealconf.crypto.SecretBytes;
import java.util.List;
import java.util.Optional;

/** The private half of a recipient. */
public interface AgeIdentity {

  /**
   * Returns the 16-byte file key, which the caller closes, or empty if no stanza is for this
   * identity.
   *
   * @throws AgeException if a stanza of this identity's type is malformed
   */
  Optional<SecretBytes> unwrap(List<Stanza> stanzas) throws AgeException;
}
