package dev.sealconf.document.format.yaml.edit;

import dev.sealconf.document.Document;
import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import dev.sealconf.document.format.yaml.layout.YamlLayout;
import dev.sealconf.document.format.yaml.print.Emitter;
import dev.sealconf.document.format.yaml.print.FlowStyle;
import dev.sealconf.document.format.yaml.print.ScalarStyles;
import dev.sealconf.document.format.yaml.print.ScalarText;
import dev.sealconf.document.format.yaml.source.Lines;
import dev.sealconf.document.format.yaml.source.TrailingText;
import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import java.util.ArrayList;
import java.util.List;

/** Makes splices that put values into entries and items, in block style or in brackets. */
public final class NodeEdits {
  final Lines lines;
  final WrittenNodes around;
  private final int step;

  NodeEdits(Document document) {
    this.lines = new Lines(document.source().bytes());
    this.around = WrittenNodes.of(document);
    this.step = step(document);
  }

  private static int step(Document document) {
    for (MapNode root : document.branches()) {
      int outer = YamlLayout.of(root).indent;
      for (Entry entry : root.entries()) {
        YamlLayout layout = YamlLayout.of(entry.value());
        boolean block = entry.value() instanceof MapNode && !layout.flow;
        if (block && layout.indent > outer) {
          return layout.indent - outer;
        }
      }
    }
    return 4;
  }

  /** Changes the value of an entry in a map whose entries start at {@code column}. */
  List<Splice> value(Entry entry, Node value, int column) {
    Node old = entry.value();
    if (inPlace(old, value)) {
      return List.of(inPlaceOf(old, value));
    }
    int colon = lines.behind(':', entry.keySpan().end());
    boolean noColon = colon < 0 || colon > old.span().end() && old.span().length() > 0;
    int from = noColon ? entry.keySpan().end() : colon;
    Gap gap = gap(old, from);
    String text =
        !noColon
            ? ""
            : lines.isExplicit(entry.keySpan().start())
                ? lines.eol + " ".repeat(column) + ":"
                : ":";
    if (gap.comments().isEmpty()) {
      Emitter out = emitter(gap.to(), column, true);
      out.value(value, column, "");
      return List.of(Splice.of(new Span(from, gap.to()), text + withoutBreak(out)));
    }
    Emitter out = emitter(gap.to(), column, false);
    out.value(value, column, "");
    List<Splice> splices = new ArrayList<>();
    boolean above = lines.firstOnLine(entry.keySpan().start());
    if (above && gap.comments().size() > 1) {
      List<Comment> first = gap.comments().subList(0, gap.comments().size() - 1);
      int start = lines.start(entry.keySpan().start());
      splices.add(Splice.insert(start, ownLines(first, column)));
    }
    Comment last = gap.comments().get(gap.comments().size() - 1);
    String written = out.toString();
    int lineEnd = written.indexOf('\n');
    String first = written.substring(0, lineEnd) + " #" + last.text();
    String rest = lines.local(written.substring(lineEnd, written.length() - 1));
    splices.add(Splice.of(new Span(from, gap.to()), text + first + rest));
    return splices;
  }

  /** Changes an item of a list. */
  List<Splice> item(ListNode list, int index, Node value) {
    Node old = list.items().get(index);
    if (inPlace(old, value)) {
      return List.of(inPlaceOf(old, value));
    }
    int column = YamlLayout.of(list).indent;
    int dash = dashOf(list, index);
    Gap gap = gap(old, dash + 1);
    Emitter out = emitter(gap.to(), column, gap.comments().isEmpty());
    out.item(value, column, "");
    String text = withoutBreak(out).substring(1);
    if (!gap.comments().isEmpty()) {
      boolean collection = value instanceof MapNode map && !map.entries().isEmpty();
      collection |= value instanceof ListNode items && !items.items().isEmpty();
      String comments = ownLines(gap.comments(), column + 2).strip();
      text =
          collection
              ? " " + comments + lines.eol + " ".repeat(column + 2) + text.strip()
              : text + " " + comments;
    }
    return List.of(Splice.of(new Span(dash + 1, gap.to()), text));
  }

  /**
   * The range that a new value replaces.
   *
   * @param to the end of the old value, including the comments that belong to it or are written
   *     again
   * @param comments comments that don't belong to the old value and stay
   */
  private record Gap(int to, List<Comment> comments) {}

  private Gap gap(Node old, int from) {
    int to = Math.max(from, WrittenNodes.end(old));
    List<Comment> beside = around.commentsBeside(old, from, lines.end(to));
    for (Comment comment : beside) {
      to = Math.max(to, comment.span().end());
    }
    return new Gap(to, beside);
  }

  String ownLines(List<Comment> comments, int column) {
    StringBuilder text = new StringBuilder();
    for (Comment comment : comments) {
      text.append(" ".repeat(Math.max(column, 0))).append('#').append(comment.text());
      text.append(lines.eol);
    }
    return text.toString();
  }

  /**
   * Returns whether the new value can replace the old one and leave the text before and after it
   * alone.
   */
  private static boolean inPlace(Node old, Node value) {
    YamlLayout layout = YamlLayout.of(old);
    return layout.inFlow
        || old instanceof Alias
        || old instanceof Leaf && value instanceof Leaf && layout.style != YamlLayout.Style.ABSENT;
  }

  private Splice inPlaceOf(Node old, Node value) {
    YamlLayout layout = YamlLayout.of(old);
    if (!(old instanceof Leaf leaf)) {
      boolean line = value instanceof Leaf && !layout.inFlow;
      boolean copy = old instanceof Alias && !(value instanceof Leaf);
      String text =
          line
              ? ScalarStyles.exact(((Leaf) value).value(), false)
              : copy ? FlowStyle.copy(value) : FlowStyle.text(value);
      return Splice.of(old.span(), text);
    }
    String text =
        value instanceof Leaf fresh
            ? ScalarText.valueText(leaf, fresh.value())
            : FlowStyle.text(value);
    if (layout.style == YamlLayout.Style.BLOCK_BODY) {
      return ScalarText.replaceBody(leaf, ((Leaf) value).value(), lines.bytes);
    }
    if (layout.outer < 0) {
      return Splice.of(old.span(), value instanceof Leaf ? text : layout.prefix + text);
    }
    String anchor = layout.anchor.isEmpty() ? "" : "&" + layout.anchor + " ";
    return Splice.of(new Span(layout.outer, old.span().end()), anchor + text.stripLeading());
  }

  /**
   * Returns an emitter that writes no block scalar if one would swallow what follows {@code end}.
   */
  private Emitter emitter(int end, int column, boolean blocks) {
    return new Emitter(
        step, true, blocks && TrailingText.behind(lines.bytes, end, column).isEmpty());
  }

  private String withoutBreak(Emitter out) {
    String text = out.toString();
    return lines.local(text.substring(0, text.length() - 1));
  }

  /** Adds an entry at the end of a map. */
  Splice add(MapNode map, String key, Node value) {
    YamlLayout layout = YamlLayout.of(map);
    List<Entry> entries = map.entries();
    if (layout.flow) {
      int at = entries.isEmpty() ? map.span().start() : end(entries.get(entries.size() - 1));
      String text = FlowStyle.key(key) + FlowStyle.text(value);
      return entries.isEmpty()
          ? Splice.insert(openingBracket(at), text)
          : Splice.insert(at, ", " + text);
    }
    int offset = behind(end(entries.get(entries.size() - 1)), map.members());
    Emitter out = emitter(lines.end(offset), layout.indent, true);
    out.map(MapNode.of(List.of(Entry.of(key, value))), layout.indent, false);
    return afterLine(offset, map, out);
  }

  /** Adds an item at the end of a list. */
  Splice add(ListNode list, Node value) {
    List<Node> items = list.items();
    if (YamlLayout.of(list).flow) {
      return items.isEmpty()
          ? Splice.insert(openingBracket(list.span().start()), FlowStyle.text(value))
          : Splice.insert(items.get(items.size() - 1).span().end(), ", " + FlowStyle.text(value));
    }
    int indent = YamlLayout.of(list).indent;
    int offset = behind(list.span().end(), list.elements());
    Emitter out = emitter(lines.end(offset), indent, true);
    out.list(ListNode.of(List.of(value)), indent, false);
    return afterLine(offset, list, out);
  }

  /**
   * Returns the end of a collection, including the comments after {@code end} that belong to it.
   * Ignores comments in the next document, which SOPS's parser sometimes assigns to it.
   */
  private int behind(int end, List<? extends Object> members) {
    int offset = end;
    int documentEnd = lines.documentEnd(end);
    for (int i = members.size() - 1; i >= 0 && members.get(i) instanceof Comment comment; i--) {
      if (comment.span().end() <= documentEnd) {
        offset = Math.max(offset, comment.span().end());
      }
    }
    return offset;
  }

  private int openingBracket(int from) {
    int at = from;
    while (lines.bytes[at] != '{' && lines.bytes[at] != '[') {
      at++;
    }
    return at + 1;
  }

  /**
   * Inserts whole lines after the line that contains {@code offset}, and after the empty lines that
   * are part of the last block scalar in {@code collection}.
   */
  private Splice afterLine(int offset, Node collection, Emitter out) {
    int at = lines.next(offset);
    if (BlockScalarEnd.keepsEmptyLines(collection)) {
      while (at < lines.bytes.length && lines.isBlank(at)) {
        at = lines.next(at);
      }
    }
    String before = lines.breakBefore(at);
    String text = lines.local(out.toString());
    return Splice.insert(
        at, before.isEmpty() ? text : before + text.substring(0, text.length() - before.length()));
  }

  /** Returns the byte offset at which an entry ends. */
  public static int end(Entry entry) {
    return Math.max(entry.keySpan().end(), entry.value().span().end());
  }

  /** Returns the offset of an item's dash. */
  int dashOf(ListNode list, int index) {
    int from = index == 0 ? list.span().start() : list.items().get(index - 1).span().end();
    return lines.skipGap(lines.skipProperties(lines.skipGap(from)));
  }
}
