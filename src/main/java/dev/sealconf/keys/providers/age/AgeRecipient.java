package dev.sealconf.keys.providers.age;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import java.util.List;

/** Somebody a file can be encrypted for. */
public interface AgeRecipient {

  /**
   * The file key wrapped for this recipient; at least one stanza.
   *
   * @throws IllegalArgumentException if the recipient can't have an identity
   */
  List<Stanza> wrap(SecretBytes fileKey, Entropy entropy);
}
