package dev.sealconf.document.format.yaml.layout;

import dev.sealconf.document.Layout;
import dev.sealconf.document.format.yaml.parse.ParsedNode;
import dev.sealconf.document.format.yaml.source.TrailingText;
import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import java.util.Set;

/** How a node of a YAML file was written. */
public final class YamlLayout implements Layout {
  public enum Style {
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

  /** Tags that say no more than the type of the value. */
  private static final Set<String> TYPES =
      Set.of(
          "!!str",
          "!!int",
          "!!float",
          "!!bool",
          "!!null",
          "!!timestamp",
          "!!map",
          "!!seq",
          "!!merge");

  private static final YamlLayout UNREAD =
      new YamlLayout(Style.PLAIN, false, false, "", "", -1, "", "", 0, "\n", -1, "", "");

  public final Style style;

  /** Whether it is inside brackets. */
  public final boolean inFlow;

  /** Whether a collection is written in brackets. */
  public final boolean flow;

  /** What is in the span before the content and stays: an anchor, a separator. */
  public final String prefix;

  /** The header of a block scalar, without its comment. */
  public final String header;

  /** Where that header is in the file, or -1. */
  public final int headerStart;

  /** The indentation of a block scalar's lines. */
  public final String lineIndent;

  /**
   * Of a block scalar, the empty lines that follow it, from its own last line break on; of any
   * other, what is behind it that a block scalar in its place would take in.
   */
  public final String tail;

  /** The column of a block collection's entries; for others that of the collection around. */
  public final int indent;

  public final String eol;

  /**
   * Where a tag that goes with the value begins outside the span, or an anchor before it; or -1.
   */
  public final int outer;

  /** The name of the node's anchor, or empty. */
  public final String anchor;

  /** The node's tag in its short form, unless it is one of the types; or empty. */
  private final String tag;

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
      String eol,
      int outer,
      String anchor,
      String tag) {
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
    this.outer = outer;
    this.anchor = anchor;
    this.tag = TYPES.contains(tag) ? "" : tag;
  }

  @Override
  public String tag() {
    return tag;
  }

  /** Whether a scalar in this style and place, without anything around it, has this layout. */
  boolean isBare(Style style, boolean inFlow, int indent) {
    return this.style == style && this.inFlow == inFlow && this.indent == indent;
  }

  /** How many empty lines follow a block scalar; -1 if its last line does not end. */
  public int emptyLines() {
    if (tail.equals(TrailingText.NO_BREAK)) {
      return -1;
    }
    int count = 0;
    for (int i = 0; i < tail.length(); i++) {
      boolean second = tail.charAt(i) == '\n' && i > 0 && tail.charAt(i - 1) == '\r';
      count += (tail.charAt(i) == '\n' || tail.charAt(i) == '\r') && !second ? 1 : 0;
    }
    return count;
  }

  /** The layout of a node; that of a plain scalar for what was never read. */
  public static YamlLayout of(Node node) {
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
  static YamlLayout node(ParsedNode raw, String eol) {
    String anchor = raw.anchor == null ? "" : raw.anchor;
    return new YamlLayout(
        Style.NODE, raw.inFlow, raw.flow, "", "", -1, "", "", raw.indent, eol, -1, anchor, raw.tag);
  }
}
