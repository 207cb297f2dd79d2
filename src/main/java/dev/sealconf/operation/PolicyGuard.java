package dev.sealconf.operation;

import dev.sealconf.document.Document;
import dev.sealconf.document.TreePath;
import dev.sealconf.envelope.ClearValues;
import dev.sealconf.envelope.Metadata;
import dev.sealconf.envelope.Selection;
import dev.sealconf.error.ExitCode;
import dev.sealconf.error.Location;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.KeyProviders;
import dev.sealconf.keys.MasterKey;
import java.util.List;

/** Refuses to act on rules and recipients that somebody may have slipped into a file. */
final class PolicyGuard {
  private final World world;
  private final Policy policy;

  PolicyGuard(World world, Policy policy) {
    this.world = world;
    this.policy = policy;
  }

  /**
   * Looks at the values below a path that are about to be written in clear.
   *
   * @throws SealconfException with {@code GENERIC} if the creation rule wants one of them sealed
   */
  void clearValues(Document edited, Selection ofFile, TreePath below) {
    List<TreePath> clear = ClearValues.below(edited, ofFile, below);
    if (clear.isEmpty()) {
      return;
    }
    boolean contradicted =
        policy
            .selection()
            .filter(rule -> ClearValues.below(edited, rule, below).size() < clear.size())
            .isPresent();
    if (contradicted) {
      throw new SealconfException(
              ExitCode.GENERIC,
              "the value at "
                  + clear.get(0)
                  + " would be written in clear: "
                  + contradiction(ofFile))
          .at(Location.of(edited.source().name()))
          .hint("somebody may have changed the file's metadata: look at git log -p")
          .hint("if the file's rule is right, write it into .sops.yaml");
    }
    for (TreePath path : clear) {
      world.warn("the value at " + path + " is stored unencrypted, as the file's rule says");
    }
  }

  /**
   * Looks whether removing a value would write others in clear that were sealed: under a rule that
   * goes by comments, the comment that stays behind is that of the next value.
   *
   * @throws SealconfException with {@code GENERIC} if it would
   */
  static void nothingLaidBare(Document before, Document after, Selection ofFile, TreePath removed) {
    int was =
        ClearValues.in(before, ofFile, 0).size()
            - ClearValues.below(before, ofFile, removed).size();
    if (ClearValues.in(after, ofFile, 0).size() > was) {
      throw new SealconfException(
              ExitCode.GENERIC,
              "without " + removed + " the value that follows would be written in clear")
          .at(Location.of(after.source().name()))
          .hint(
              "the comment that leaves it clear stays behind, and is that of the next value then");
    }
  }

  private String contradiction(Selection ofFile) {
    Selection rule = policy.selection().orElseThrow();
    return "the file's rule is " + shown(ofFile) + ", that of .sops.yaml is " + shown(rule);
  }

  private static String shown(Selection selection) {
    Selection said = SameRecipe.selection(selection);
    return said.kind().field() + ": " + Printable.quote(said.argument());
  }

  /**
   * Looks at the recipients that are about to get a data key, and at the rule that a seal is about
   * to vouch for. A seal that has held vouches for both already.
   *
   * @throws SealconfException with {@code GENERIC} if the creation rule does not name one of them,
   *     or says otherwise, and nobody says yes
   */
  void beforeSealing(Metadata metadata, Input input, KeyProviders providers) {
    if (metadata.seal().isEmpty() && !policy.agreed()) {
      Location file = Location.of(input.source().name());
      recipients(metadata, file, new MeantKeys(providers));
      if (input.format().sealedForm() == input.format()) {
        selection(metadata.selection(), file);
      }
    }
  }

  private void recipients(Metadata metadata, Location file, MeantKeys meant) {
    List<MasterKey> unknown =
        policy.groups().map(groups -> unknown(metadata, groups, meant)).orElse(List.of());
    for (MasterKey key : unknown) {
      world.warn(file + " has a recipient that .sops.yaml does not name: " + ShownKey.of(key));
    }
    if (!unknown.isEmpty() && !says("Give it the data key?")) {
      throw refusal("the file has recipients that .sops.yaml does not name", file);
    }
  }

  private static List<MasterKey> unknown(
      Metadata metadata, List<KeyGroup> groups, MeantKeys meant) {
    List<MasterKey> known = groups.stream().flatMap(g -> g.masterKeys().stream()).toList();
    return metadata.groups().stream()
        .flatMap(group -> group.group().masterKeys().stream())
        .filter(key -> !meant.among(known, key))
        .toList();
  }

  private void selection(Selection ofFile, Location file) {
    boolean other =
        policy
            .selection()
            .filter(rule -> !SameRecipe.selection(rule).equals(SameRecipe.selection(ofFile)))
            .isPresent();
    if (other) {
      world.warn(file + " says otherwise than .sops.yaml: " + contradiction(ofFile));
      if (!says("Go by the file's rule?")) {
        throw refusal("what the file encrypts is not what .sops.yaml says", file);
      }
    }
  }

  private boolean says(String question) {
    return world.terminal().interactive() && world.terminal().confirm(question);
  }

  private static SealconfException refusal(String message, Location file) {
    return new SealconfException(ExitCode.GENERIC, message)
        .at(file)
        .hint("if that is right, add --yes, or write it into .sops.yaml");
  }
}
