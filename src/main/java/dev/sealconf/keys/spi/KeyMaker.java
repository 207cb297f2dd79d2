package dev.sealconf.keys.spi;

import dev.sealconf.io.World;

/** Makes a key where its provider looks for it by default, for a user who has none yet. */
public interface KeyMaker {

  /**
   * A key in the provider's default place. A new one is readable by its owner only; one that lies
   * there already is taken as it is, and nothing is ever overwritten.
   *
   * @throws dev.sealconf.error.SealconfException with {@code COULD_NOT_WRITE_OUTPUT} if it can't be
   *     written, or if the key there can't be used
   */
  MadeKey make(World world);
}
