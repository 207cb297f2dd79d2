package dev.sealconf.document.format.yaml;

import dev.sealconf.document.Alias;
import dev.sealconf.document.Layout;
import dev.sealconf.document.Leaf;
import dev.sealconf.document.ListNode;
import dev.sealconf.document.MapNode;
import dev.sealconf.document.Node;

/** How a node of a YAML file was written. */
final class YamlLayout implements Layout {
  enum Style {
    /** Nothing is written. */
    ABSENT,
    PLAIN,
    SINGLE,
    DOUBLE,
    BLOCK,
    /** A block scalar with a comment in its header: only what follows the header may change. */
    BLOCK_BODY,
    /** A map or list, or an alias. */
    NODE
  }

  private static final YamlLayout UNREAD =
      new YamlLayout(Style.PLAIN, false, false, "", "", -1, "", "", 0, "\n");

  final Style style;

  /** Whether it stands inside brackets. */
  final boolean inFlow;

  /** Whether a collection is written in brackets. */
  final boolean flow;

  /** What stands in the span before the content and stays: an anchor, a separator. */
  final String prefix;

  /** The header of a block scalar, without its comment. */
  final String header;

  /** Where that header stands in the file, or -1. */
  final int headerStart;

  /** The indentation of a block scalar's lines. */
  final String lineIndent;

  /**
   * Of a block scalar, the empty lines in its span behind its last line, with their line breaks; of
   * any other, what stands behind it that a block scalar in its place would take in.
   */
  final String tail;

  /** The column of a block collection's entries; for others that of the collection around. */
  final int indent;

  final String eol;

  YamlLayout(
      Style style,
      boolean inFlow,
      boolean flow,
      String prefix,
      String header,
      int headerStart,
      String lineIndent,
      String tail,
      int indent,
      String eol) {
    this.style = style;
    this.inFlow = inFlow;
    this.flow = flow;
    this.prefix = prefix;
    this.header = header;
    this.headerStart = headerStart;
    this.lineIndent = lineIndent;
    this.tail = tail;
    this.indent = indent;
    this.eol = eol;
  }

  /** The layout of a node; that of a plain scalar for what was never read. */
  static YamlLayout of(Node node) {
    Layout layout =
        node instanceof Leaf leaf
            ? leaf.layout()
            : node instanceof MapNode map
                ? map.layout()
                : node instanceof ListNode list ? list.layout() : ((Alias) node).layout();
    if (layout instanceof DocumentLayout document) {
      return document.root();
    }
    return layout instanceof YamlLayout own ? own : UNREAD;
  }

  /** A collection or an alias. */
  static YamlLayout node(Raw raw, String eol) {
    return new YamlLayout(Style.NODE, raw.inFlow, raw.flow, "", "", -1, "", "", raw.indent, eol);
  }
}
