package dev.sealconf.operation;

import dev.sealconf.document.TreePath;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyRing;
import java.util.Optional;

/** Opens a sealed file. Nothing is returned before everything has been authenticated. */
public final class Decrypt {
  private final World world;
  private final KeyRing keys;

  public Decrypt(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * The plain file, or the value at {@code extract} as SOPS prints it.
   *
   * @throws dev.sealconf.error.SealconfException with the exit codes of {@code
   *     docs/compatibility.md}: 1 no metadata, 25 a value, 51 MAC or seal, 91 path, 128 no key
   */
  public byte[] run(
      Input input, Output output, Strictness strictness, Optional<TreePath> extract) {
    throw new UnsupportedOperationException("not yet: " + world + keys);
  }
}
