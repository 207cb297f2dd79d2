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
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

  private String contradiction(Selection ofFile) {
    Selection rule = policy.selection().orElseThrow();
    return "the file's rule is " + shown(ofFile) + ", that of .sops.yaml is " + shown(rule);
  }

  private static String shown(Selection selection) {
    Selection said = selection.equals(Selection.UNSAID) ? Selection.DEFAULT : selection;
    return said.kind().field() + ": " + Printable.quote(said.argument());
  }

  /**
   * Looks at the recipients that are about to get a new data key. A seal that has held vouches for
   * them.
   *
   * @throws SealconfException with {@code GENERIC} if one is not in the creation rule, and nobody
   *     says yes
   */
  void recipients(Metadata metadata, Location file) {
    if (metadata.seal().isPresent() || policy.groups().isEmpty() || policy.agreed()) {
      return;
    }
    Set<String> known = new HashSet<>();
    policy.groups().get().forEach(g -> g.masterKeys().forEach(k -> known.add(identity(k))));
    List<MasterKey> unknown =
        metadata.groups().stream()
            .map(WrappedGroup::group)
            .flatMap(group -> group.masterKeys().stream())
            .filter(key -> !known.contains(identity(key)))
            .toList();
    if (unknown.isEmpty()) {
      return;
    }
    for (MasterKey key : unknown) {
      world.warn(file + " has a recipient that .sops.yaml does not name: " + shown(key));
    }
    if (!world.terminal().interactive() || !world.terminal().confirm("Give it the new data key?")) {
      throw new SealconfException(
              ExitCode.GENERIC, "the file has recipients that .sops.yaml does not name")
          .at(file)
          .hint("if they are right, add --yes, or write them into .sops.yaml");
    }
  }

  private static String identity(MasterKey key) {
    return key.provider() + ":" + key.name();
  }

  private static String shown(MasterKey key) {
    return Printable.plain(key.provider()) + " " + Printable.quote(key.name());
  }
}
