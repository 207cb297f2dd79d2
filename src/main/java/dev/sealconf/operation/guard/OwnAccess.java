package dev.sealconf.operation.guard;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.ring.KeyRing;
import java.util.List;

/** Tells whether the keys at hand would open a file for other recipients. */
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
   * Whether no key at hand opens what is encrypted for these groups: tried with a key made for the
   * purpose. False if it can't be tried, because one of the groups' keys can't wrap.
   */
  public boolean isLostTo(List<KeyGroup> groups, int threshold) {
    try (SecretBytes probe = SecretBytes.owning(world.entropy().bytes(KEY_BYTES))) {
      return wrapped(probe, groups, threshold).stream().anyMatch(w -> !opens(w, threshold));
    }
  }

  /** Empty if it can't be wrapped. */
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
