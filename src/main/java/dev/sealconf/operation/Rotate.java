package dev.sealconf.operation;

import dev.sealconf.io.World;
import dev.sealconf.keys.KeyRing;
import dev.sealconf.keys.MasterKey;
import java.util.List;

/** Gives a sealed file a new data key, wrapped for its recipients. */
public final class Rotate {
  private final World world;
  private final KeyRing keys;

  public Rotate(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * The sealed file under a new data key.
   *
   * @param add master keys to add to the first group
   * @param remove master keys to remove from every group, compared by provider and name
   */
  public byte[] run(Input input, Output output, List<MasterKey> add, List<MasterKey> remove) {
    throw new UnsupportedOperationException("not yet: " + world + keys);
  }
}
