package dev.sealconf.operation;

import dev.sealconf.document.Indent;
import dev.sealconf.envelope.MetadataReader;
import dev.sealconf.envelope.Regrouping;
import dev.sealconf.error.Location;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.KeyRing;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.WrappedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Changes the key groups of an opened file. The data key stays if everybody who could open the file
 * still can; else the file gets a new one ({@code docs/security.md §recipients}).
 */
final class Regroup {
  private final World world;
  private final KeyRing keys;

  Regroup(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  byte[] run(SealedInput old, Input input, GroupChange change) {
    if (change.shutsOut()) {
      Output same = new Output(input.format(), Indent.DEFAULT, false);
      byte[] renewed =
          new Renewal(world, keys).run(old, input, same, change.newGroups(), change.newThreshold());
      tell(world, input, change.removed());
      return renewed;
    }
    return new Regrouping(old.primitives(), world.entropy(), new MetadataReader(keys.providers()))
        .regroup(old.opened(), old.dataKey(), wrapped(old, change), change.newThreshold());
  }

  /** Says that a file gets a new data key, and what that can't do. */
  static void tell(World world, Input input, List<MasterKey> removed) {
    String file = Location.of(input.source().name()) + ": ";
    if (removed.isEmpty()) {
      world.warn(
          file
              + "more is needed to open it than before: every value is sealed anew under a new"
              + " data key");
    } else {
      String names = removed.stream().map(ShownKey::of).collect(Collectors.joining(", "));
      world.warn(
          file
              + "removed "
              + names
              + ": every value is sealed anew under a new data key; change"
              + " the secrets themselves too, the removed key can still open old versions");
    }
  }

  /** Shares are split anew for all; a single group keeps what is wrapped, and gets what is new. */
  private List<WrappedGroup> wrapped(SealedInput old, GroupChange change) {
    List<WrappedGroup> before = old.opened().metadata().groups();
    if (before.size() > 1 || change.newGroups().size() > 1) {
      return keys.wrap(old.dataKey(), change.newGroups(), change.newThreshold());
    }
    List<WrappedKey> all = new ArrayList<>(before.get(0).keys());
    KeyGroup added = new KeyGroup(change.groups().get(0).added());
    if (!added.masterKeys().isEmpty()) {
      all.addAll(keys.wrap(old.dataKey(), List.of(added), 0).get(0).keys());
    }
    return List.of(new WrappedGroup(all));
  }
}
