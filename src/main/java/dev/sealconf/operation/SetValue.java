package dev.sealconf.operation;

import dev.sealconf.document.Document;
import dev.sealconf.document.Limits;
import dev.sealconf.document.Revision;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.Location;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.SealingFailure;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.file.Strictness;
import dev.sealconf.operation.value.JsonValue;
import dev.sealconf.operation.value.NodeAt;
import dev.sealconf.operation.value.SameValue;
import dev.sealconf.operation.value.Steps;
import dev.sealconf.operation.value.WrittenText;
import java.util.List;
import java.util.Optional;

/** Changes or adds one value of a sealed file. All other bytes stay the same. */
public final class SetValue {

  /**
   * What to set, and where.
   *
   * @param json the value as JSON text
   * @param idempotent whether to leave alone a file that already has the value, even if its format
   *     was to change
   * @param force whether a map may replace a list, or a list a map, if the path requires it
   */
  public record Assignment(TreePath path, String json, boolean idempotent, boolean force) {}

  private final World world;
  private final KeyRing keys;

  /** Opens and seals files with this key ring. */
  public SetValue(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * Returns the sealed file with the value set; the same bytes if it already had the value and was
   * intact.
   *
   * @param output the format of the result
   * @param policy what the creation rules say about the file
   * @throws SealconfException with exit code 7 if the value is not JSON or the path is empty, 203
   *     if the path is that of the metadata
   */
  public byte[] run(
      Input input, Output output, Strictness strictness, Policy policy, Assignment assignment) {
    TreePath path = assignment.path();
    refuseMetadata(input, path);
    Node value = JsonValue.parse(assignment.json(), input.format().sealedForm());
    try (OpenedFile old = OpenedFile.open(world, keys, input, strictness)) {
      Document plain = old.editable();
      Optional<Node> there = NodeAt.search(plain.branches().get(0), path);
      boolean same = there.filter(node -> SameValue.holds(node, value)).isPresent();
      boolean kept = assignment.idempotent() || !output.converts(input);
      if (same && kept && old.opened().vouched()) {
        return input.source().bytes();
      }
      Steps.refuseOtherKind(plain.branches().get(0), path, assignment.force());
      Revision revision =
          new Revision(plain, same ? List.of() : plain.format().set(plain, path, value));
      Document edited = old.edited(revision.after());
      refuseOtherText(edited, path, value);
      Selection selection = old.metadata().selection();
      new PolicyGuard(world, policy).clearValues(edited, selection, path);
      return old.reseal(edited, revision, output);
    }
  }

  /** Reads the edited text again: a value must never swallow what follows it. */
  private static void refuseOtherText(Document edited, TreePath path, Node value) {
    boolean same =
        NodeAt.search(edited.branches().get(0), path)
            .map(written -> WrittenText.holds(value, written))
            .orElse(true);
    if (!same) {
      throw new OutputFailure.NotRepresentable("the value can't be written at " + path)
          .at(Location.of(edited.source().name()))
          .hint("remove what is there with sealconf unset, and set it again");
    }
  }

  private static void refuseMetadata(Input input, TreePath path) {
    if (path.depth() == 0) {
      throw new UsageFailure.InvalidValue("the path is empty")
          .hint("paths look like [\"key\"][0][\"other\"]");
    }
    if (path.depth() > Limits.DEPTH) {
      throw new UsageFailure.InvalidPath("the path has more than " + Limits.DEPTH + " steps");
    }
    if (path.steps().get(0) instanceof TreePath.Key key
        && input.format().sealedForm().reserves(key.name())) {
      throw new SealingFailure.AlreadyEncrypted(
              "the key " + Printable.quote(key.name()) + " is reserved for SOPS metadata")
          .hint("choose another key");
    }
  }
}
