package dev.sealconf.keys.spi;

import dev.sealconf.io.World;

/** Creates a key in the provider's default place, for a user who has none yet. */
public interface KeyMaker {

  /**
   * Creates a key that only its owner can read, or returns the existing one unchanged. Never
   * overwrites anything.
   *
   * @throws dev.sealconf.error.SealconfException an {@code OutputFailure.NotWritten} if the key
   *     can't be written, or an existing key is invalid
   */
  MadeKey make(World world);
}
