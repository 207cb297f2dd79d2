package dev.sealconf.operation.groups;

import dev.sealconf.document.Indent;
import dev.sealconf.envelope.Regrouping;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.error.Location;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.Renewal;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.file.SealedInput;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes the key groups of an opened file. The data key stays if everybody who could open the file
 * still can; else the file gets a new one ({@code docs/security.md §recipients}).
 */
public final class Regroup {
  private final World world;
  private final KeyRing keys;

  Regroup(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  byte[] run(SealedInput old, Input input, GroupChange change) {
    if (change.shutsOut()) {
      Output same = new Output(input.format(), Indent.DEFAULT, false);
      return new Renewal(world, keys)
          .run(old, input, same, change.newGroups(), change.newThreshold());
    }
    return new Regrouping(world.entropy(), new MetadataReader(keys.providers()))
        .regroup(old.opened(), old.dataKey(), wrapped(old, input, change), change.newThreshold());
  }

  /** Says what {@link GroupChange#notice} does. */
  public static void tell(World world, Input input, GroupChange change) {
    change
        .notice()
        .ifPresent(notice -> world.tell().warn(Location.of(input.source().name()) + ": " + notice));
  }

  /**
   * Shares are split again for all groups; a single group keeps its wrapped keys and gets the new
   * ones.
   */
  private List<WrappedGroup> wrapped(SealedInput old, Input input, GroupChange change) {
    List<WrappedGroup> before = old.opened().metadata().groups();
    if (before.size() > 1 || change.newGroups().size() > 1) {
      return keys.wrap(
          old.dataKey(), change.newGroups(), change.newThreshold(), input.source().name());
    }
    List<WrappedKey> all = new ArrayList<>(before.get(0).keys());
    KeyGroup added = new KeyGroup(change.groups().get(0).added());
    if (!added.masterKeys().isEmpty()) {
      all.addAll(keys.wrap(old.dataKey(), List.of(added), 0, input.source().name()).get(0).keys());
    }
    return List.of(new WrappedGroup(all));
  }
}
