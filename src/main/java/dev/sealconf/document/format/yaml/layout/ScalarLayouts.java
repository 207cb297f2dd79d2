package dev.sealconf.document.format.yaml.layout;

import dev.sealconf.document.Span;
import dev.sealconf.document.format.yaml.parse.ParsedNode;
import dev.sealconf.document.format.yaml.source.BlockScalars;
import dev.sealconf.document.format.yaml.source.TrailingText;
import dev.sealconf.document.format.yaml.source.YamlSource;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Scalar;

/** Determines how nodes are written: their spans and layouts. */
final class ScalarLayouts {
  private final YamlSource source;

  /**
   * The last layout of a scalar without other properties, to reuse: many scalars in a row have the
   * same one.
   */
  private YamlLayout last;

  ScalarLayouts(YamlSource source) {
    this.source = source;
  }

  Span span(ParsedNode raw) {
    return new Span(raw.kind == ParsedNode.Kind.SCALAR ? scalarStart(raw) : raw.start, raw.end);
  }

  Leaf leaf(ParsedNode raw, Scalar value) {
    return switch (raw.style) {
      case LITERAL, FOLDED -> block(raw, value);
      case SINGLE_QUOTED -> leaf(raw, value, YamlLayout.Style.SINGLE, prefix(raw));
      case DOUBLE_QUOTED -> leaf(raw, value, YamlLayout.Style.DOUBLE, prefix(raw));
      default ->
          raw.absent && scalarStart(raw) == raw.end
              ? leaf(raw, value, YamlLayout.Style.ABSENT, raw.separator)
              : leaf(raw, value, YamlLayout.Style.PLAIN, prefix(raw));
    };
  }

  private Leaf leaf(ParsedNode raw, Scalar value, YamlLayout.Style style, String prefix) {
    // No block scalar can be in brackets, and the line may be megabytes long.
    String tail = raw.inFlow ? "" : TrailingText.behind(source.bytes, raw.end, raw.indent);
    Span span = new Span(scalarStart(raw), raw.end);
    boolean bare = raw.tagStart < 0 && raw.anchor == null && prefix.isEmpty() && tail.isEmpty();
    if (bare && last != null && last.isBare(style, raw.inFlow, raw.indent)) {
      return new Leaf(value, span, last);
    }
    YamlLayout layout =
        new YamlLayout(
            style,
            raw.inFlow,
            false,
            prefix,
            "",
            -1,
            "",
            tail,
            raw.indent,
            source.eol,
            raw.tagStart >= 0 && !ownTag(raw) ? raw.start : -1,
            anchor(raw),
            raw.tag);
    last = bare ? layout : last;
    return new Leaf(value, span, layout);
  }

  private static String anchor(ParsedNode raw) {
    return raw.anchor == null ? "" : raw.anchor;
  }

  /**
   * Returns the start of a scalar's span. It includes a tag of a core type, but not other tags or a
   * leading anchor.
   */
  private static int scalarStart(ParsedNode raw) {
    return ownTag(raw) ? raw.tagStart : raw.content;
  }

  private static boolean ownTag(ParsedNode raw) {
    return raw.tagStart >= 0 && raw.tag.startsWith("!!");
  }

  /** Returns an anchor between tag and content. */
  private static String prefix(ParsedNode raw) {
    boolean inside = ownTag(raw) && raw.anchor != null && raw.start == raw.tagStart;
    return inside ? "&" + raw.anchor + " " : "";
  }

  private Leaf block(ParsedNode raw, Scalar value) {
    int headerEnd = BlockScalars.headerEnd(source.bytes, raw.content);
    int headerLength = BlockScalars.headerLength(source.bytes, raw.content);
    String header = source.text(raw.content, raw.content + headerLength);
    boolean comment = BlockScalars.headerComment(source.bytes, raw.content) >= 0;
    YamlLayout layout =
        new YamlLayout(
            comment ? YamlLayout.Style.BLOCK_BODY : YamlLayout.Style.BLOCK,
            raw.inFlow,
            false,
            comment ? "" : prefix(raw),
            header,
            raw.content,
            " ".repeat(raw.lineIndent),
            BlockScalars.emptyLines(source.bytes, raw.end),
            raw.indent,
            source.eol,
            raw.tagStart >= 0 && (comment || !ownTag(raw)) ? raw.start : -1,
            anchor(raw),
            raw.tag);
    int start = comment ? headerEnd : scalarStart(raw);
    return new Leaf(value, new Span(start, raw.end), layout);
  }
}
