package dev.sealconf.operation;

import dev.sealconf.document.Document;
import dev.sealconf.document.Indent;
import dev.sealconf.document.Revision;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.OpenedDocument;
import dev.sealconf.envelope.SealOrder;
import dev.sealconf.envelope.Sealing;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.conversion.Conversion;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.file.PlainChecks;
import dev.sealconf.operation.file.SealedInput;
import dev.sealconf.operation.value.NodeAt;
import java.util.Arrays;
import java.util.Optional;

/**
 * Previous sealed file + new plain file → new sealed file, under the same data key. What stayed
 * keeps its token; if nothing changed, the previous bytes are returned whole, unless their MAC or
 * seal did not hold.
 */
final class Reseal {
  private final World world;
  private final KeyRing keys;

  Reseal(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * The sealed file in the format and with the indentation that are asked for.
   *
   * @param revision how the plain text of {@code old} became this one
   */
  byte[] run(SealedInput old, Document plain, Revision revision, Input input, Output output) {
    boolean sealed = old.opened().metadata().seal().isPresent();
    SealOrder order = order(old, sealed ? SealOrder.Wish.YES : SealOrder.Wish.IF_NEEDED);
    if (output.converts(input)) {
      PlainChecks.refuse(plain, input, output.format());
      return new Conversion(sealing(old), output.format(), output.indent())
          .seal(plain, order, true);
    }
    return unchanged(old.opened(), plain)
        ? old.opened().document().source().bytes()
        : sealed(old, plain, Optional.of(revision), input, order, true);
  }

  /** The same for a plain file from elsewhere: whether there is a seal is up to the recipe. */
  byte[] over(SealedInput old, Document plain, Input input, Recipe recipe) {
    boolean sealLater = recipe.seal() && old.opened().metadata().seal().isEmpty();
    return unchanged(old.opened(), plain) && !sealLater
        ? old.opened().document().source().bytes()
        : sealed(
            old,
            plain,
            Optional.empty(),
            input,
            order(old, wish(recipe.seal())),
            recipe.allowNothingSealed());
  }

  /** Whether the new file has no sealed value that the old one does not have at the same place. */
  boolean addsNothing(SealedInput old, Document plain, Input input, boolean seal) {
    return unchanged(old.opened(), plain)
        || input.format().sealedForm() == input.format()
            && sealing(old).addsNothing(plain, order(old, wish(seal)), old.opened());
  }

  private byte[] sealed(
      SealedInput old,
      Document plain,
      Optional<Revision> revision,
      Input input,
      SealOrder order,
      boolean allowNothingSealed) {
    return input.format().sealedForm() == input.format()
        ? sealing(old).seal(plain, order, Optional.of(old.opened()), revision, allowNothingSealed)
        : sealing(old)
            .print(plain, input.format().sealedForm(), Indent.DEFAULT, order, allowNothingSealed);
  }

  private static SealOrder.Wish wish(boolean seal) {
    return seal ? SealOrder.Wish.YES : SealOrder.Wish.NO;
  }

  private Sealing sealing(SealedInput old) {
    return new Sealing(world.entropy(), new MetadataReader(keys.providers()));
  }

  private static boolean unchanged(OpenedDocument opened, Document plain) {
    if (!opened.vouched()) {
      return false;
    }
    if (plain.format().sealedForm() == plain.format()) {
      return Arrays.equals(opened.plain(), plain.source().bytes());
    }
    return value(opened.tree().get(0)).equals(value(plain.branches().get(0)));
  }

  private static Optional<Scalar> value(MapNode whole) {
    return NodeAt.search(whole, TreePath.ROOT.then(new TreePath.Key("data")))
        .map(node -> node instanceof Leaf leaf ? leaf.value() : new Scalar.Null());
  }

  private SealOrder order(SealedInput old, SealOrder.Wish wish) {
    Metadata metadata = old.opened().metadata();
    return new SealOrder(
        old.dataKey(),
        metadata.groups(),
        metadata.threshold(),
        metadata.selection(),
        metadata.macOnlyEncrypted(),
        wish,
        metadata.version(),
        Timestamps.now(world.clock()),
        false);
  }
}
