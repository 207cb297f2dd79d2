package dev.sealconf.operation;

import dev.sealconf.document.TreePath;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyRing;

/** Removes one value of a sealed file; everything else keeps its bytes. */
public final class UnsetValue {
  private final World world;
  private final KeyRing keys;

  public UnsetValue(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * The sealed file without what was at {@code path}.
   *
   * @param idempotent whether a missing path leaves the file as it is, instead of failing with 1
   */
  public byte[] run(Input input, Strictness strictness, TreePath path, boolean idempotent) {
    throw new UnsupportedOperationException("not yet: " + world + keys);
  }
}
