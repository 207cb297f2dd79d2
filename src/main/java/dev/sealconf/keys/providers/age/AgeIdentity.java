package dev.sealconf.keys.providers.age;

import dev.sealconf.crypto.SecretBytes;
import java.util.List;
import java.util.Optional;

/** The private half of a recipient. */
public interface AgeIdentity {

  /**
   * The file key (16 bytes), which the caller closes; empty if no stanza is for this identity.
   *
   * @throws AgeException if a stanza of its kind is malformed
   */
  Optional<SecretBytes> unwrap(List<Stanza> stanzas) throws AgeException;
}
