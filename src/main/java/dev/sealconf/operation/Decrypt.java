package dev.sealconf.operation;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.FormatHints;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.OpenedDocument;
import dev.sealconf.envelope.output.ReadBack;
import dev.sealconf.envelope.output.RereadValues;
import dev.sealconf.error.Location;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.file.Strictness;
import dev.sealconf.operation.value.NodeAt;
import dev.sealconf.operation.value.WrittenNumbers;
import java.util.List;
import java.util.Optional;

/** Opens a sealed file. It returns nothing until everything is authenticated. */
public final class Decrypt {
  private final World world;
  private final KeyRing keys;

  /** Opens files with this key ring. */
  public Decrypt(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * Returns the plain file, or the value at {@code extract} as SOPS prints it.
   *
   * @throws SealconfException with the exit codes of {@code docs/compatibility.md}: 1 for no
   *     metadata or no such path, 25 for a value, 51 for the MAC or the seal, 128 for no key
   */
  public byte[] run(Input input, Output output, Strictness strictness, Optional<TreePath> extract) {
    try (OpenedFile file = OpenedFile.open(world, keys, input, strictness)) {
      OpenedDocument opened = file.opened();
      if (extract.isPresent()) {
        return extracted(input, value(input, opened, output, extract.get()), output);
      }
      return whole(input, opened, output);
    }
  }

  private byte[] whole(Input input, OpenedDocument opened, Output output) {
    boolean sameLayout = output.format() == input.format() && !output.format().encryptsWhole();
    if (sameLayout && !output.reprint()) {
      opened.plainWarnings().forEach(world.tell()::warn);
      if (opened.changesAValueAsSops()) {
        world.tell().warn(RereadValues.warning(input.format(), opened.tree()));
      }
      return opened.plain();
    }
    List<MapNode> values = opened.tree();
    List<MapNode> tree = numbered(input, opened, values, output);
    if (tree != values) {
      opened.plainWarnings().forEach(world.tell()::warn);
    }
    refuseLostDocuments(input, tree, output.format());
    byte[] printed = output.format().print(tree, Optional.empty(), output.indent());
    DocumentFormat format = output.format();
    boolean exact = format.encryptsWhole() || ReadBack.holds(format, printed, tree);
    boolean converted = format != input.format();
    if (!exact && !converted && ReadBack.holdsInSops(format, printed, tree)) {
      world.tell().warn(RereadValues.warning(format, tree));
    } else if (!exact) {
      throw otherText(input, format);
    }
    return printed;
  }

  private static byte[] extracted(Input input, Node value, Output output) {
    byte[] printed = output.format().printValue(value, output.indent());
    if (value.resolved() instanceof MapNode map) {
      refuseOtherText(input, List.of(map), printed, output.format());
    }
    return printed;
  }

  /** Reads the output again, so that it can't differ from what was verified. */
  private static void refuseOtherText(
      Input input, List<MapNode> tree, byte[] printed, DocumentFormat output) {
    if (!output.encryptsWhole() && !ReadBack.holds(output, printed, tree)) {
      throw otherText(input, output);
    }
  }

  private static SealconfException otherText(Input input, DocumentFormat output) {
    return new OutputFailure.NotRepresentable(
            "a value or key would have a different meaning in a file of type " + output.name())
        .at(Location.of(input.source().name()))
        .hint(FormatHints.writeAs(DocumentFormat::holdsTrees));
  }

  private static Node value(Input input, OpenedDocument opened, Output output, TreePath extract) {
    List<MapNode> tree = opened.tree();
    Node value = NodeAt.find(tree.get(0), extract);
    return WrittenNumbers.in(value)
        ? NodeAt.find(numbered(input, opened, tree, output).get(0), extract)
        : value;
  }

  /** Returns the tree with its numbers as the file writes them. */
  private static List<MapNode> numbered(
      Input input, OpenedDocument opened, List<MapNode> tree, Output output) {
    boolean whole = input.format().encryptsWhole();
    if (whole || tree.stream().noneMatch(WrittenNumbers::in)) {
      return tree;
    }
    Document plain = opened.printedDocument();
    return new WrittenNumbers(plain.source(), output.format()).onto(tree, plain.branches());
  }

  /** Refuses to lose documents: if the output format holds only one, SOPS prints only the first. */
  public static void refuseLostDocuments(Input input, List<MapNode> tree, DocumentFormat output) {
    if (tree.size() > 1 && output != input.format()) {
      throw new OutputFailure.NotRepresentable(
              "the file has " + tree.size() + " documents, and " + output.name() + " holds one")
          .at(Location.of(input.source().name()))
          .hint("split the file, or keep its format");
    }
  }
}
