package dev.sealconf.operation.groups;

import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.error.Location;
import dev.sealconf.error.NotFound;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.Policy;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.Strictness;
import dev.sealconf.operation.guard.RecipientsGuard;
import java.util.ArrayList;
import java.util.List;

/** Removes a key group from a sealed file and gives the file a new data key. */
public final class DeleteGroup {
  private final World world;
  private final KeyRing keys;

  /** Opens and seals files with this key ring. */
  public DeleteGroup(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * Returns the sealed file without one of its groups.
   *
   * @param policy what the creation rules say about the file
   * @param index the group's number, from 0
   * @param threshold groups needed from now on; 0 for the same number
   * @throws SealconfException with exit code 1 if there is no such group, it is the only one, or
   *     fewer groups would be left than are needed
   */
  public byte[] run(Input input, Strictness strictness, Policy policy, int index, int threshold) {
    try (OpenedFile old = OpenedFile.open(world, keys, input, strictness)) {
      Metadata metadata = old.metadata();
      Location file = old.location();
      List<KeyGroup> groups = new ArrayList<>(metadata.terms().groups());
      refuse(groups.size(), index, file);
      new RecipientsGuard(policy, keys.providers())
          .check(world, metadata, input, old.opened().termsVouched(), leaving(metadata, index));
      groups.remove(index);
      int needed = threshold != 0 ? threshold : metadata.threshold();
      if (needed > groups.size()) {
        throw new Refusal(
                needed
                    + " groups are needed to decrypt the file, and "
                    + groups.size()
                    + " would be left")
            .at(file)
            .hint("lower it: --shamir-secret-sharing-threshold " + groups.size());
      }
      GroupChange change = GroupChange.of(metadata, groups, groups.size() == 1 ? 0 : needed);
      byte[] regrouped = old.regroup(change);
      old.report(change);
      return regrouped;
    }
  }

  /** Returns the keys of one group that are in no other group; none if there is no such group. */
  public static List<MasterKey> leaving(Metadata metadata, int index) {
    List<List<MasterKey>> groups =
        metadata.groups().stream().map(group -> group.group().masterKeys()).toList();
    if (index >= groups.size()) {
      return List.of();
    }
    List<MasterKey> leaving = new ArrayList<>(groups.get(index));
    for (int i = 0; i < groups.size(); i++) {
      if (i != index) {
        leaving.removeAll(groups.get(i));
      }
    }
    return leaving;
  }

  private static void refuse(int groups, int index, Location file) {
    if (index >= groups) {
      throw new NotFound("there is no group " + index + " in the file, it has " + groups)
          .at(file)
          .hint("groups are numbered from 0; sealconf who lists them");
    }
    if (groups == 1) {
      throw new Refusal("it is the only key group: without it, no key could decrypt the file")
          .at(file)
          .hint("add another one first: sealconf groups add");
    }
  }
}
