package dev.sealconf.operation.guard;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.ring.KeyRing;
import java.util.List;

/** Tells whether the available keys would open a file for other recipients. */
public final class OwnAccess {
  private static final int KEY_BYTES = 32;

  private final World world;
  private final KeyRing keys;

  /** Tries the keys of this ring. */
  public OwnAccess(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * Returns whether no available key opens what is encrypted for these groups. Tries it with a key
   * made for this test. Returns false if it can't try because a key of the groups can't wrap.
   */
  public boolean isLostTo(List<KeyGroup> groups, int threshold) {
    try (SecretBytes probe = SecretBytes.owning(world.entropy().bytes(KEY_BYTES))) {
      return wrapped(probe, groups, threshold).stream().anyMatch(w -> !opens(w, threshold));
    }
  }

  /** Returns empty if a key can't wrap. */
  private List<List<WrappedGroup>> wrapped(
      SecretBytes probe, List<KeyGroup> groups, int threshold) {
    try {
      return List.of(keys.wrap(probe, groups, threshold));
    } catch (SealconfException e) {
      return List.of();
    }
  }

  private boolean opens(List<WrappedGroup> wrapped, int threshold) {
    try {
      keys.unwrap(wrapped, threshold, "").close();
      return true;
    } catch (SealconfException e) {
      return false;
    }
  }
}
