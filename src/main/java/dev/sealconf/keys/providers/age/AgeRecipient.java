package dev.sealconf.keys.providers.age;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import java.util.List;

/** A recipient that a file can be encrypted for. */
public interface AgeRecipient {

  /**
   * Wraps the file key for this recipient and returns at least one stanza.
   *
   * @throws IllegalArgumentException if no identity can exist for this recipient
   */
  List<Stanza> wrap(SecretBytes fileKey, Entropy entropy);
}
