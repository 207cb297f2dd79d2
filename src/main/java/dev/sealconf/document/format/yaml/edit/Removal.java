package dev.sealconf.document.format.yaml.edit;

import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import dev.sealconf.document.format.yaml.layout.YamlLayout;
import dev.sealconf.document.format.yaml.source.Lines;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes splices that remove entries and items, with the comments that belong to them. As in SOPS,
 * neighboring comments stay.
 */
final class Removal {
  private final NodeEdits edits;
  private final Lines lines;

  Removal(NodeEdits edits) {
    this.edits = edits;
    this.lines = edits.lines;
  }

  /**
   * Removes an entry.
   *
   * @param outer the column of the entries around {@code map}, -1 at the root
   * @param others whether the map has entries besides those it shows
   */
  List<Splice> entry(MapNode map, Entry entry, int outer, boolean others) {
    List<Entry> entries = map.entries();
    int index = entries.indexOf(entry);
    if (entries.size() == 1 && !others) {
      return emptied(map, entry.value(), outer, "{}");
    }
    int start = keyStart(entry);
    int end = Math.max(NodeEdits.end(entry), WrittenNodes.end(entry.value()));
    if (YamlLayout.of(map).flow) {
      int before = index > 0 ? NodeEdits.end(entries.get(index - 1)) : -1;
      int after = index + 1 < entries.size() ? keyStart(entries.get(index + 1)) : -1;
      return fromBrackets(entry.value(), before, start, NodeEdits.end(entry), after);
    }
    int next = index + 1 < entries.size() ? keyStart(entries.get(index + 1)) : -1;
    return fromBlock(entry.value(), start, end, next, YamlLayout.of(map).indent);
  }

  /**
   * Removes an item.
   *
   * @param outer the column of the entries around {@code list}, -1 at the root
   */
  List<Splice> item(ListNode list, int index, int outer) {
    List<Node> items = list.items();
    Node item = items.get(index);
    if (items.size() == 1) {
      return emptied(list, item, outer, "[]");
    }
    if (YamlLayout.of(list).flow) {
      int before = index > 0 ? items.get(index - 1).span().end() : -1;
      int after = index + 1 < items.size() ? start(items.get(index + 1)) : -1;
      return fromBrackets(item, before, start(item), item.span().end(), after);
    }
    int dash = edits.dashOf(list, index);
    int end = Math.max(dash + 1, WrittenNodes.end(item));
    int next = index + 1 < items.size() ? edits.dashOf(list, index + 1) : -1;
    return fromBlock(item, dash, end, next, YamlLayout.of(list).indent);
  }

  private static int start(Node node) {
    int outer = YamlLayout.of(node).outer;
    return outer >= 0 ? outer : node.span().start();
  }

  /** Returns the start of a key, including an anchor, a tag or a question mark before it. */
  private int keyStart(Entry entry) {
    int start = entry.keySpan().start();
    while (true) {
      int word = lines.back(start);
      if (lines.isExplicit(start)) {
        return word - 1;
      }
      int from = word;
      while (from > 0 && lines.bytes[from - 1] > ' ') {
        from--;
      }
      boolean property = from < word && (lines.bytes[from] == '&' || lines.bytes[from] == '!');
      if (!property || word == start) {
        return start;
      }
      start = from;
    }
  }

  /**
   * Removes the only entry or item of a collection. Replaces the collection with {@code text}, but
   * keeps brackets that contain comments.
   */
  private List<Splice> emptied(Node collection, Node last, int outer, String text) {
    Span span = collection.span();
    YamlLayout layout = YamlLayout.of(collection);
    if (layout.flow) {
      List<Comment> kept = edits.around.commentsBeside(last, span.start(), span.end());
      if (!kept.isEmpty()) {
        return List.of(Splice.remove(first(collection), last.span().end()));
      }
      return List.of(Splice.of(span, text));
    }
    int end = Math.max(span.end(), WrittenNodes.end(last));
    List<Comment> kept = edits.around.commentsBeside(last, span.start(), lines.end(end));
    for (Comment comment : kept) {
      end = Math.max(end, comment.span().end());
    }
    int content = lines.skipProperties(span.start());
    String properties = content > span.start() ? lines.text(span.start(), content) + " " : "";
    String comments = edits.ownLines(kept, Math.max(layout.indent, outer + 1)).strip();
    String tail = comments.isEmpty() ? "" : " " + comments;
    boolean tooFarLeft = layout.indent <= outer && lines.firstOnLine(span.start());
    String pad = tooFarLeft ? " ".repeat(outer + 2 - layout.indent) : "";
    return List.of(Splice.of(new Span(span.start(), end), pad + properties + text + tail));
  }

  private int first(Node collection) {
    return collection instanceof MapNode map
        ? keyStart(map.entries().get(0))
        : start(((ListNode) collection).items().get(0));
  }

  private List<Splice> fromBrackets(Node gone, int before, int start, int end, int after) {
    int from = before >= 0 ? before : start;
    int to = before >= 0 ? end : after;
    if (edits.around.commentsBeside(gone, from, to).isEmpty()) {
      return List.of(Splice.remove(from, to));
    }
    int comma = lines.behind(',', before >= 0 ? before : end);
    List<Splice> splices = new ArrayList<>();
    splices.add(Splice.remove(comma - 1, comma));
    splices.add(Splice.remove(start, end));
    return splices;
  }

  private List<Splice> fromBlock(Node gone, int start, int end, int next, int column) {
    List<Comment> kept = edits.around.commentsBeside(gone, start, lines.end(end));
    if (!lines.firstOnLine(start) && next >= 0) {
      // The collection starts on the line of a dash, and its first entry is removed: what follows
      // moves up to the dash.
      String comments = edits.ownLines(kept, column).stripLeading();
      return List.of(
          Splice.of(
              new Span(start, next), comments.isEmpty() ? "" : comments + " ".repeat(column)));
    }
    int from = lines.start(start);
    int to = lines.next(end);
    if (!kept.isEmpty()) {
      return List.of(Splice.of(new Span(from, to), edits.ownLines(kept, column)));
    }
    return swallowing(from, to);
  }

  /** Returns the start of the next line that is not blank. */
  private int nextText(int offset) {
    int at = lines.next(offset);
    while (at < lines.bytes.length && lines.isBlank(at)) {
      at = lines.next(at);
    }
    return at;
  }

  /** Removes whole lines without adding a line to a block scalar that ends just before them. */
  private List<Splice> swallowing(int from, int to) {
    YamlLayout before =
        edits
            .around
            .leafBefore(from)
            .filter(leaf -> nextText(leaf.span().end()) == from)
            .map(YamlLayout::of)
            .orElse(null);
    if (before == null || before.headerStart < 0) {
      return List.of(lines.removal(from, to));
    }
    int end = to;
    if (before.header.indexOf('+') > 0) {
      while (end < lines.bytes.length && lines.isBlank(end)) {
        end = lines.next(end);
      }
    }
    int text = end;
    while (text < lines.bytes.length && lines.bytes[text] == ' ') {
      text++;
    }
    boolean taken =
        text < lines.bytes.length
            && lines.bytes[text] == '#'
            && text - end >= before.lineIndent.length();
    return taken
        ? List.of(Splice.remove(from, text - Math.max(before.indent, 0)))
        : List.of(lines.removal(from, end));
  }
}
