package dev.sealconf.operation.groups;

import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.ring.ExampleRecipient;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.Policy;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.Strictness;
import dev.sealconf.operation.guard.RecipientsGuard;
import java.util.ArrayList;
import java.util.List;

/** Adds a key group to a sealed file. */
public final class AddGroup {
  private final World world;
  private final KeyRing keys;

  /** Opens and seals files with this key ring. */
  public AddGroup(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * Returns the sealed file with one more group. If it now takes more groups to open the file, it
   * gets a new data key.
   *
   * @param policy what the creation rules say about the file
   * @param threshold groups needed from now on; 0 for the same number, or for all if the file
   *     doesn't store one
   * @throws SealconfException with exit code 1 if the group is empty or the threshold is impossible
   */
  public byte[] run(
      Input input, Strictness strictness, Policy policy, KeyGroup group, int threshold) {
    if (group.masterKeys().isEmpty()) {
      throw new UsageFailure.Mistake("the new group has no key")
          .hint("name one, for example " + new ExampleRecipient(keys.providers()).flag());
    }
    try (OpenedFile old = OpenedFile.open(world, keys, input, strictness)) {
      Metadata metadata = old.metadata();
      new RecipientsGuard(policy, keys.providers())
          .check(world, metadata, input, old.opened().termsVouched(), List.of());
      List<KeyGroup> groups = new ArrayList<>(metadata.terms().groups());
      groups.add(group);
      int needed = threshold != 0 ? threshold : kept(metadata, groups.size());
      GroupChange change = GroupChange.of(metadata, groups, needed);
      byte[] regrouped = old.regroup(change);
      old.report(change);
      return regrouped;
    }
  }

  /**
   * With one group, the threshold has no effect, so its value may be impossible for more groups.
   */
  private static int kept(Metadata metadata, int groups) {
    boolean possible = metadata.threshold() > 1 && metadata.threshold() <= groups;
    return possible ? metadata.threshold() : groups;
  }
}
