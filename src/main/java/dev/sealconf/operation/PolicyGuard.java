package dev.sealconf.operation;

import dev.sealconf.document.Document;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.selection.ClearValues;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.Location;
import dev.sealconf.error.Printable;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.operation.guard.RuleTerms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Refuses to act on rules and recipients that someone may have added to a file without permission.
 */
final class PolicyGuard {
  private final World world;
  private final Policy policy;

  PolicyGuard(World world, Policy policy) {
    this.world = world;
    this.policy = policy;
  }

  /**
   * Checks the values below a path that are about to be written unencrypted. Warns about each.
   *
   * @throws SealconfException with {@code GENERIC} if a creation rule says to seal one of them, or
   *     can't be read
   */
  void clearValues(Document edited, Selection ofFile, TreePath below) {
    List<TreePath> clear = ClearValues.below(edited, ofFile, below);
    refuse(edited, ofFile, clear, rule -> ClearValues.below(edited, rule, below));
    for (TreePath path : clear) {
      world.tell().warn("the value at " + path + " is stored unencrypted, as the file's rule says");
    }
  }

  /**
   * Checks several places at once. Doesn't warn about values that the file's own rule leaves clear.
   */
  void clearValues(Document edited, Selection ofFile, Set<TreePath> places) {
    refuse(
        edited,
        ofFile,
        within(places, ClearValues.in(edited, ofFile, 0)),
        rule -> within(places, ClearValues.in(edited, rule, 0)));
  }

  private void refuse(
      Document edited,
      Selection ofFile,
      List<TreePath> clear,
      Function<Selection, List<TreePath>> clearUnder) {
    Optional<Selection> contradicting =
        policy.rules().stream()
            .filter(rule -> !clear.isEmpty())
            .map(RuleTerms::selection)
            .filter(rule -> clearUnder.apply(rule).size() < clear.size())
            .findFirst();
    if (contradicting.isPresent()) {
      throw new Refusal(
              "the value at "
                  + clear.get(0)
                  + " would be stored unencrypted: "
                  + contradiction(ofFile, contradicting.get()))
          .at(Location.of(edited.source().name()))
          .hint("the file's metadata may have been changed: check git log -p")
          .hint("if the file's rule is right, add it to .sops.yaml");
    }
  }

  /** Returns the paths that are at or below one of the places. */
  private static List<TreePath> within(Set<TreePath> places, List<TreePath> paths) {
    return paths.stream().filter(path -> isWithin(places, path)).toList();
  }

  private static boolean isWithin(Set<TreePath> places, TreePath path) {
    TreePath above = path;
    while (above.depth() > 0 && !places.contains(above)) {
      above = above.above();
    }
    return places.contains(above);
  }

  /**
   * Checks whether removing a value would leave other values clear that were sealed. Under a rule
   * that selects by comment, the comment of the removed value stays and then applies to the next
   * value.
   *
   * @throws SealconfException with {@code GENERIC} if it would
   */
  static void nothingLaidBare(Document before, Document after, Selection ofFile, TreePath removed) {
    int was =
        ClearValues.in(before, ofFile, 0).size()
            - ClearValues.below(before, ofFile, removed).size();
    if (ClearValues.in(after, ofFile, 0).size() > was) {
      throw new Refusal("without " + removed + " the next value would be stored unencrypted")
          .at(Location.of(after.source().name()))
          .hint("the comment that leaves it unencrypted would then apply to the next value");
    }
  }

  private static String contradiction(Selection ofFile, Selection rule) {
    return "the file's rule is " + shown(ofFile) + ", that of .sops.yaml is " + shown(rule);
  }

  private static String shown(Selection selection) {
    Selection said = SameRecipe.selection(selection);
    return said.kind().field() + ": " + Printable.quote(said.argument());
  }
}
