package dev.sealconf.operation.groups;

import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.ring.KeyProviders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the key groups of a file change. As in SOPS, groups are compared by number, and the order
 * within a group doesn't matter.
 *
 * @param oldThreshold the threshold in the file; 0 if it stores none
 * @param newThreshold the threshold from now on; 0 to store none
 */
public record GroupChange(
    List<KeyGroup> oldGroups, int oldThreshold, List<KeyGroup> newGroups, int newThreshold) {

  /**
   * The change of one group. Master keys are in the order of the new group, removed ones in the
   * order of the old one.
   */
  public record Group(List<MasterKey> common, List<MasterKey> added, List<MasterKey> removed) {}

  private static final KeyGroup NOBODY = new KeyGroup(List.of());

  /**
   * Returns the change that makes a file's groups match a rule.
   *
   * @param threshold the rule's threshold; 0 keeps the file's, as far as the groups allow
   */
  public static GroupChange toRule(
      Metadata metadata, List<KeyGroup> groups, int threshold, KeyProviders providers) {
    List<KeyGroup> settled = new KeyMatcher(providers).settled(groups, metadata);
    return of(metadata, settled, threshold(threshold, metadata, groups.size()));
  }

  /** SOPS never uses the rule's threshold, and lowers the file's own if it must. */
  private static int threshold(int ofRule, Metadata metadata, int groups) {
    if (groups < 2) {
      return metadata.groups().size() < 2 ? metadata.threshold() : 0;
    }
    if (ofRule != 0) {
      return ofRule;
    }
    return metadata.threshold() < 2 ? groups : Math.min(metadata.threshold(), groups);
  }

  /** Returns the change that gives a file these groups. */
  public static GroupChange of(Metadata metadata, List<KeyGroup> groups, int threshold) {
    return new GroupChange(metadata.terms().groups(), metadata.threshold(), groups, threshold);
  }

  /** Returns the changes by group, for as many groups as the larger side has. */
  public List<Group> groups() {
    List<Group> changes = new ArrayList<>();
    for (int i = 0; i < Math.max(oldGroups.size(), newGroups.size()); i++) {
      List<MasterKey> was = at(oldGroups, i).masterKeys();
      List<MasterKey> is = at(newGroups, i).masterKeys();
      Set<String> before = identities(was.stream());
      Set<String> after = identities(is.stream());
      changes.add(
          new Group(
              is.stream().filter(key -> before.contains(KeyIdentity.of(key))).toList(),
              is.stream().filter(key -> !before.contains(KeyIdentity.of(key))).toList(),
              was.stream().filter(key -> !after.contains(KeyIdentity.of(key))).toList()));
    }
    return changes;
  }

  /** Returns whether nothing changes. */
  public boolean isEmpty() {
    return neededBefore() == neededAfter()
        && groups().stream().allMatch(g -> g.added().isEmpty() && g.removed().isEmpty());
  }

  /**
   * Returns whether people who can open the file now, alone or together, will no longer be able to.
   * They may know its data key, from this version or an older one in the history.
   */
  public boolean shutsOut() {
    return neededAfter() > neededBefore()
        || groups().stream().anyMatch(group -> !group.removed().isEmpty());
  }

  /**
   * Returns what the file's users should know about a change that needs a new data key; safe to
   * print.
   */
  public Optional<String> notice() {
    if (!shutsOut()) {
      return Optional.empty();
    }
    List<MasterKey> removed = removed();
    String renewed = "all values are re-encrypted under a new data key";
    return Optional.of(
        removed.isEmpty()
            ? "decrypting it takes more keys than before: " + renewed
            : "removed "
                + removed.stream().map(ShownKey::of).collect(Collectors.joining(", "))
                + ": "
                + renewed
                + "; change the secrets too, because the removed key can still decrypt old"
                + " versions");
  }

  /** Returns the master keys that are in no group after the change, without duplicates. */
  public List<MasterKey> removed() {
    Set<String> stay = identities(newGroups.stream().flatMap(g -> g.masterKeys().stream()));
    List<MasterKey> gone = new ArrayList<>();
    for (Group group : groups()) {
      for (MasterKey key : group.removed()) {
        if (stay.add(KeyIdentity.of(key))) {
          gone.add(key);
        }
      }
    }
    return gone;
  }

  /** Returns how many groups are needed before the change. */
  public int neededBefore() {
    return needed(oldGroups, oldThreshold);
  }

  /** Returns how many groups are needed after the change. */
  public int neededAfter() {
    return needed(newGroups, newThreshold);
  }

  private static int needed(List<KeyGroup> groups, int threshold) {
    return groups.size() < 2 ? 1 : threshold == 0 ? groups.size() : threshold;
  }

  private static KeyGroup at(List<KeyGroup> groups, int index) {
    return index < groups.size() ? groups.get(index) : NOBODY;
  }

  private static Set<String> identities(Stream<MasterKey> keys) {
    return keys.map(KeyIdentity::of).collect(Collectors.toSet());
  }
}
