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
    /** A block scalar with a comment in its header. Only the text after the header may change. */
    BLOCK_BODY,
    /** A map or list, or an alias. */
    NODE
  }

  /** Tags that only state the type of the value. */
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

  /** Whether the node is inside brackets. */
  public final boolean inFlow;

  /** Whether a collection is written in brackets. */
  public final boolean flow;

  /** Text in the span that precedes the content and stays: an anchor, a separator. */
  public final String prefix;

  /** The header of a block scalar, without its comment. */
  public final String header;

  /** The offset of that header, or -1. */
  public final int headerStart;

  /** The indentation of a block scalar's lines. */
  public final String lineIndent;

  /**
   * For a block scalar: the empty lines that follow it, from its own last line break on. For other
   * nodes: the following text that a block scalar in its place would swallow.
   */
  public final String tail;

  /** The column of a block collection's entries; for other nodes, of the enclosing collection. */
  public final int indent;

  public final String eol;

  /** The start of a tag of the value outside the span, or of an anchor before it; or -1. */
  public final int outer;

  /** The name of the node's anchor, or empty. */
  public final String anchor;

  /** The node's tag in its short form, or empty if it only states the type. */
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

  /**
   * Returns whether a scalar with this style and position, and without other properties, has this
   * layout.
   */
  boolean isBare(Style style, boolean inFlow, int indent) {
    return this.style == style && this.inFlow == inFlow && this.indent == indent;
  }

  /**
   * Returns the number of empty lines after a block scalar; -1 if its last line has no line break.
   */
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

  /**
   * Returns the layout of a node; for a node that was not read from a file, that of a plain scalar.
   */
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

  /** Returns the layout of a collection or an alias. */
  static YamlLayout node(ParsedNode raw, String eol) {
    String anchor = raw.anchor == null ? "" : raw.anchor;
    return new YamlLayout(
        Style.NODE, raw.inFlow, raw.flow, "", "", -1, "", "", raw.indent, eol, -1, anchor, raw.tag);
  }
}
