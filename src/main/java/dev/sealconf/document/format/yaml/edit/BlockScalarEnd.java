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
 * Handles text that is written after a block scalar. At the end of a file without a final line
 * break, the scalar's value has no final line break either. When the line gets one, the header must
 * change to keep the value. With {@code +} in the header, the empty lines that follow are part of
 * the value.
 */
final class BlockScalarEnd {
  private BlockScalarEnd() {}

  /** Returns the change to the header that keeps the value when a line break follows it. */
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
   * Returns whether the last value in a node is a block scalar that includes the empty lines after
   * it.
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
