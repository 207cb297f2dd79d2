package dev.sealconf.document.format.yaml.edit;

import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import dev.sealconf.document.format.yaml.layout.YamlLayout;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * A block scalar behind which something is written. At the end of a file without a final line break
 * its value has none either, until the line has to end: then its header must say so. And with
 * {@code +} in its header, the empty lines that follow are part of its value.
 */
final class BlockScalarEnd {
  private BlockScalarEnd() {}

  /** The change of the header after which the value stays when a line break follows it. */
  static Optional<Splice> closing(MapNode root, SourceText source) {
    if (!(last(root) instanceof Leaf leaf) || leaf.span().end() != source.bytes().length) {
      return Optional.empty();
    }
    YamlLayout layout = YamlLayout.of(leaf);
    if (layout.headerStart < 0 || !(leaf.value() instanceof Scalar.Text text)) {
      return Optional.empty();
    }
    Span header = new Span(layout.headerStart, layout.headerStart + layout.header.length());
    String plain = layout.header.replace("+", "").replace("-", "");
    String closed = text.value().endsWith("\n") ? plain : plain + "-";
    return closed.equals(layout.header) ? Optional.empty() : Optional.of(Splice.of(header, closed));
  }

  /**
   * Whether the last value in a node is a block scalar that the empty lines behind it belong to.
   */
  static boolean keepsEmptyLines(Node node) {
    return last(node) instanceof Leaf leaf
        && YamlLayout.of(leaf).headerStart >= 0
        && YamlLayout.of(leaf).header.contains("+");
  }

  private static Node last(Node node) {
    if (node instanceof MapNode map && !map.entries().isEmpty()) {
      List<Entry> entries = map.entries();
      return last(entries.get(entries.size() - 1).value());
    }
    if (node instanceof ListNode list && !list.items().isEmpty()) {
      return last(list.items().get(list.items().size() - 1));
    }
    return node;
  }
}
