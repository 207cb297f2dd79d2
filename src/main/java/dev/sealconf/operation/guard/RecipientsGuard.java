package dev.sealconf.operation.guard;

import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.Location;
import dev.sealconf.error.Printable;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.operation.Policy;
import dev.sealconf.operation.SameRecipe;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.groups.GroupChange;
import dev.sealconf.operation.groups.KeyMatcher;
import dev.sealconf.operation.groups.ShownKey;
import dev.sealconf.operation.guard.Concerns.Concern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses to give a data key to recipients, or to seal a rule, that someone may have added to a
 * file without a seal ({@code docs/security.md §recipients}).
 */
public final class RecipientsGuard {
  private final Policy policy;
  private final KeyProviders providers;

  /** Compares with this policy, and compares keys as their providers do. */
  public RecipientsGuard(Policy policy, KeyProviders providers) {
    this.policy = policy;
    this.providers = providers;
  }

  /**
   * Compares an opened file with its rules.
   *
   * @param vouched whether the file has a seal that matches
   * @param leaving keys that the same command removes from the file
   * @throws SealconfException with {@code GENERIC} if there is a concern that the user did not
   *     accept, or a rule can't be read
   */
  public void check(
      World world, Metadata metadata, Input input, boolean vouched, List<MasterKey> leaving) {
    if (vouched || policy.agreed()) {
      return;
    }
    Location file = Location.of(input.source().name());
    if (policy.rules().isEmpty() && !policy.asksWithoutRule()) {
      world.tell().warn(file + ": " + Concerns.REASON + withoutRule(metadata, leaving).statement());
      return;
    }
    Concerns concerns = concerns(metadata, input, leaving);
    if (!concerns.isEmpty() && !policy.accepted().contains(concerns)) {
      throw new Refusal(Concerns.REASON + concerns.text())
          .at(file)
          .hint("if that is right, add --yes, or add it to .sops.yaml");
    }
  }

  /**
   * Returns what the user must accept in a file without a seal. Needs no key.
   *
   * @throws SealconfException if a rule can't be read
   */
  public Concerns concerns(Metadata metadata, Input input, List<MasterKey> leaving) {
    if (policy.agreed()) {
      return Concerns.NONE;
    }
    if (policy.rules().isEmpty()) {
      return policy.asksWithoutRule()
          ? new Concerns(List.of(withoutRule(metadata, leaving)))
          : Concerns.NONE;
    }
    boolean whole = input.format().encryptsWhole();
    Set<Concern> found = new LinkedHashSet<>();
    try {
      for (RuleTerms rule : policy.rules()) {
        recipients(metadata, rule, leaving, found);
        if (!whole) {
          selection(metadata, rule, found);
        }
      }
    } catch (SealconfException e) {
      throw e.hint("the file has no seal, so sealconf compares its recipients with this rule")
          .hint("correct the rule, or accept the recipients of the file with --yes");
    }
    return new Concerns(List.copyOf(found));
  }

  /**
   * Compares group by group. A key is a concern if updating the recipients to the rule would remove
   * it.
   */
  private void recipients(
      Metadata metadata, RuleTerms rule, List<MasterKey> leaving, Set<Concern> found) {
    GroupChange toRule = GroupChange.toRule(metadata, rule.groups(), rule.threshold(), providers);
    int number = 0;
    for (GroupChange.Group group : toRule.groups()) {
      number++;
      String where = toRule.groups().size() > 1 ? " in group " + number : "";
      for (MasterKey key : staying(group.removed(), leaving)) {
        String shown = ShownKey.of(key);
        found.add(
            new Concern(
                ".sops.yaml doesn't list the recipient " + shown + where, shown + where, true));
      }
    }
    if (toRule.neededAfter() > toRule.neededBefore()) {
      String open = toRule.neededBefore() + (toRule.neededBefore() == 1 ? " group" : " groups");
      found.add(
          new Concern(
              open + " can decrypt, but .sops.yaml requires " + toRule.neededAfter(),
              "the threshold " + toRule.neededBefore(),
              false));
    }
  }

  private static void selection(Metadata metadata, RuleTerms rule, Set<Concern> found) {
    Selection ofFile = SameRecipe.selection(metadata.selection());
    Selection ofRule = SameRecipe.selection(rule.selection());
    if (!ofFile.equals(ofRule)) {
      found.add(
          new Concern(
              "the selection is " + shown(ofFile) + ", but .sops.yaml says " + shown(ofRule),
              shown(ofFile),
              false));
    }
    if (metadata.macOnlyEncrypted() && !rule.macOnlyEncrypted()) {
      found.add(
          new Concern(
              "mac_only_encrypted is set, but not in .sops.yaml: unencrypted values can be changed",
              "mac_only_encrypted",
              false));
    }
  }

  private Concern withoutRule(Metadata metadata, List<MasterKey> leaving) {
    List<MasterKey> all =
        metadata.groups().stream()
            .map(WrappedGroup::group)
            .flatMap(group -> group.masterKeys().stream())
            .toList();
    List<MasterKey> staying = staying(all, leaving);
    String names = staying.stream().map(ShownKey::of).collect(Collectors.joining(", "));
    String noun = staying.size() == 1 ? "the recipient " : "the recipients ";
    return new Concern("no creation rule matches; encrypted for " + names, noun + names, false);
  }

  private List<MasterKey> staying(List<MasterKey> keys, List<MasterKey> leaving) {
    KeyMatcher meant = new KeyMatcher(providers);
    return keys.stream().filter(key -> !meant.among(leaving, key)).toList();
  }

  private static String shown(Selection selection) {
    return selection.kind().field() + ": " + Printable.quote(selection.argument());
  }
}
