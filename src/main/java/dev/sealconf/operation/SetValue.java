package dev.sealconf.operation;

import dev.sealconf.document.TreePath;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyRing;

/** Changes or adds one value of a sealed file; everything else keeps its bytes. */
public final class SetValue {
  private final World world;
  private final KeyRing keys;

  public SetValue(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * The sealed file with the value set; the same bytes if it was so already.
   *
   * @param json the value as JSON text
   * @throws dev.sealconf.error.SealconfException with 7 if the value is not JSON
   */
  public byte[] run(Input input, Strictness strictness, TreePath path, String json) {
    throw new UnsupportedOperationException("not yet: " + world + keys);
  }
}
