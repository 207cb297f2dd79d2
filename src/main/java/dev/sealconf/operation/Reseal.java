package dev.sealconf.operation;

import dev.sealconf.document.Document;
import dev.sealconf.document.Indent;
import dev.sealconf.document.Leaf;
import dev.sealconf.document.MapNode;
import dev.sealconf.document.Scalar;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.TreePath;
import dev.sealconf.envelope.Metadata;
import dev.sealconf.envelope.MetadataReader;
import dev.sealconf.envelope.OpenedDocument;
import dev.sealconf.envelope.SealOrder;
import dev.sealconf.envelope.Sealing;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyRing;
import dev.sealconf.operation.value.NodeAt;
import java.util.Arrays;
import java.util.Optional;

/**
 * Previous sealed file + new plain file → new sealed file, under the same data key. What stayed
 * keeps its token; if nothing changed, the previous bytes are returned whole.
 */
final class Reseal {
  private final World world;
  private final KeyRing keys;

  Reseal(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  byte[] run(SealedInput old, Document plain, Input input, boolean allowNothingSealed) {
    OpenedDocument opened = old.opened();
    SourceText before = opened.document().source();
    if (unchanged(opened, plain)) {
      return before.bytes();
    }
    Sealing sealing =
        new Sealing(old.primitives(), world.entropy(), new MetadataReader(keys.providers()));
    SealOrder order = order(old);
    return input.format().sealedForm() == input.format()
        ? sealing.seal(plain, order, Optional.of(opened), allowNothingSealed)
        : sealing.print(
            plain, input.format().sealedForm(), Indent.DEFAULT, order, allowNothingSealed);
  }

  private static boolean unchanged(OpenedDocument opened, Document plain) {
    if (plain.format().sealedForm() == plain.format()) {
      return Arrays.equals(opened.plain(), plain.source().bytes());
    }
    return value(opened.tree().get(0)).equals(value(plain.branches().get(0)));
  }

  private static Optional<Scalar> value(MapNode whole) {
    return NodeAt.search(whole, TreePath.ROOT.then(new TreePath.Key("data")))
        .map(node -> node instanceof Leaf leaf ? leaf.value() : new Scalar.Null());
  }

  private SealOrder order(SealedInput old) {
    Metadata metadata = old.opened().metadata();
    return new SealOrder(
        old.dataKey(),
        metadata.groups(),
        metadata.threshold(),
        metadata.selection(),
        metadata.macOnlyEncrypted(),
        metadata.seal().isPresent() ? SealOrder.Wish.YES : SealOrder.Wish.IF_NEEDED,
        metadata.version(),
        Timestamps.now(world.clock()),
        false);
  }
}
