package dev.sealconf.operation;

import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.error.Location;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.ring.ExampleRecipient;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.file.Strictness;
import dev.sealconf.operation.groups.GroupChange;
import dev.sealconf.operation.groups.KeyIdentity;
import dev.sealconf.operation.groups.KeyMatcher;
import dev.sealconf.operation.groups.ShownKey;
import dev.sealconf.operation.guard.RecipientsGuard;
import java.util.ArrayList;
import java.util.List;

/** Gives a sealed file a new data key, wrapped for its recipients. */
public final class Rotate {
  private final World world;
  private final KeyRing keys;

  /** Opens and seals files with this key ring. */
  public Rotate(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * Returns the sealed file under a new data key, with a seal.
   *
   * @param ignoreMac whether to warn instead of fail if the MAC or the seal doesn't match
   * @param policy what the creation rules say about the file
   * @param add master keys to add to the first group
   * @param remove master keys to remove from every group, compared by provider and name
   * @throws SealconfException with {@code GENERIC} if a group would be left without keys
   */
  public byte[] run(
      Input input,
      Output output,
      boolean ignoreMac,
      Policy policy,
      List<MasterKey> add,
      List<MasterKey> remove) {
    Strictness strictness = new Strictness(ignoreMac, false);
    try (OpenedFile old = OpenedFile.open(world, keys, input, strictness)) {
      Metadata metadata = old.metadata();
      Location file = old.location();
      new RecipientsGuard(policy, keys.providers())
          .check(world, metadata, input, old.opened().termsVouched(), remove);
      List<KeyGroup> groups = groups(metadata, add, remove);
      refuseEmptied(groups, file);
      GroupChange change = GroupChange.of(metadata, groups, metadata.threshold());
      tellMissing(change, remove, file);
      byte[] rotated = old.renew(metadata.terms().withGroups(groups, metadata.threshold()), output);
      if (!change.removed().isEmpty()) {
        old.report(change);
      }
      return rotated;
    }
  }

  /** Warns about recipients to remove that the file doesn't have. SOPS says nothing. */
  private void tellMissing(GroupChange change, List<MasterKey> remove, Location file) {
    for (MasterKey key : remove) {
      boolean there = change.oldGroups().stream().anyMatch(g -> meant().has(g.masterKeys(), key));
      if (!there) {
        world
            .tell()
            .warn(file + " is not encrypted for " + ShownKey.of(key) + ": nothing to remove");
      }
    }
  }

  private void refuseEmptied(List<KeyGroup> groups, Location file) {
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).masterKeys().isEmpty()) {
        String which = groups.size() == 1 ? "the file" : "key group " + (i + 1);
        ExampleRecipient example = new ExampleRecipient(keys.providers());
        SealconfException failure = new Refusal("no key would be left for " + which).at(file);
        throw groups.size() == 1
            ? failure.hint("add another key in the same command, for example " + example.addFlag())
            : failure.hint("remove the whole group: sealconf groups delete " + i + " -i -f FILE");
      }
    }
  }

  private List<KeyGroup> groups(Metadata metadata, List<MasterKey> add, List<MasterKey> remove) {
    List<KeyGroup> groups = new ArrayList<>();
    for (WrappedGroup wrapped : metadata.groups()) {
      List<MasterKey> masterKeys = new ArrayList<>(wrapped.group().masterKeys());
      if (groups.isEmpty()) {
        add.stream().filter(key -> !contains(masterKeys, key)).forEach(masterKeys::add);
      }
      masterKeys.removeIf(key -> meant().among(remove, key));
      groups.add(new KeyGroup(List.copyOf(masterKeys)));
    }
    return groups;
  }

  private static boolean contains(List<MasterKey> masterKeys, MasterKey key) {
    return masterKeys.stream().anyMatch(k -> KeyIdentity.of(k).equals(KeyIdentity.of(key)));
  }

  private KeyMatcher meant() {
    return new KeyMatcher(keys.providers());
  }
}
