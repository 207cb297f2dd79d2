package dev.sealconf.operation;

import dev.sealconf.io.World;
import dev.sealconf.keys.KeyRing;
import java.util.Optional;

/** Seals a plain file, afresh or over its previous sealed form. */
public final class Encrypt {
  private final World world;
  private final KeyRing keys;

  public Encrypt(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * The sealed file.
   *
   * @param previous the sealed form that the result will replace, if there is one that opens: its
   *     data key, recipients and unchanged tokens are kept, and it is returned as it is when the
   *     plaintext did not change
   * @throws dev.sealconf.error.SealconfException if the input is already sealed (203), malformed
   *     (2), has nothing to seal, or a key can't wrap (1)
   */
  public byte[] run(Input input, Output output, Recipe recipe, Optional<Input> previous) {
    throw new UnsupportedOperationException("not yet: " + world + keys);
  }
}
