package dev.sealconf.keys.providers.age;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;

/** Somebody a file can be encrypted for. */
public interface AgeRecipient {

  /** The file key wrapped for this recipient. */
  Stanza wrap(SecretBytes fileKey, Entropy entropy);
}
