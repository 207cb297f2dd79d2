package dev.sealconf.keys.ring;

import dev.sealconf.crypto.Shamir;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.keys.KeyGroup;
import java.util.List;

/** Validates key groups before anything is wrapped. */
public final class KeyGroups {
  /** The most keys that a file may have in all its groups, since each may have to be tried. */
  public static final int MOST_KEYS = 10_000;

  private KeyGroups() {}

  /** Refuses empty groups and too many keys. */
  public static void require(List<KeyGroup> groups) {
    if (groups.isEmpty()) {
      throw new UsageFailure.Mistake("no key to encrypt for")
          .hint(
              "name a recipient, for example "
                  + new ExampleRecipient(KeyProviders.installed()).flag()
                  + ", or write one into .sops.yaml")
          .hint("sealconf init creates a key and a .sops.yaml");
    }
    if (groups.stream().mapToLong(group -> group.masterKeys().size()).sum() > MOST_KEYS) {
      throw new UsageFailure.Mistake("a file can't have more than " + MOST_KEYS + " recipients")
          .hint("merge some of the groups");
    }
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).masterKeys().isEmpty()) {
        throw new UsageFailure.Mistake(
                "key group " + (i + 1) + " of " + groups.size() + " has no key")
            .hint("add a recipient to it, or leave the group out");
      }
    }
  }

  /** Refuses a threshold that isn't possible with this number of groups. */
  public static void requireThreshold(int threshold, int groups) {
    if (threshold < 2 || threshold > groups || groups > Shamir.MOST_SHARES) {
      throw new UsageFailure.Mistake(
              "a data key can't be split into "
                  + groups
                  + " groups of which "
                  + threshold
                  + " are needed")
          .hint("the threshold must be from 2 to the number of groups, at most 255");
    }
  }
}
