package dev.sealconf.document.format.yaml;

import dev.sealconf.document.Document;
import dev.sealconf.document.Entry;
import dev.sealconf.document.Leaf;
import dev.sealconf.document.ListNode;
import dev.sealconf.document.MapNode;
import dev.sealconf.document.Node;
import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import java.util.List;

/** Splices for single entries and items: replace, add, remove, in block style or in brackets. */
final class Edits {
  private final Lines lines;
  private final int step;

  Edits(Document document) {
    this.lines = new Lines(document.source().bytes());
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

  /** Another value for an entry. */
  Splice value(Entry entry, Node value, int column) {
    Node old = entry.value();
    if (old instanceof Leaf leaf && value instanceof Leaf fresh && replaceable(leaf)) {
      return Splice.of(old.span(), Spelling.spell(leaf, fresh.value()));
    }
    if (YamlLayout.of(old).inFlow) {
      return inBrackets(old, value);
    }
    int colon = lines.behind(':', entry.keySpan().end());
    boolean noColon = colon < 0 || colon > old.span().end() && old.span().length() > 0;
    int from = noColon ? entry.keySpan().end() : colon;
    int to = Math.max(from, old.span().end());
    String text = (noColon ? ":" : "") + blockValue(value, column, to);
    return Splice.of(new Span(from, to), text);
  }

  /** Whether what is written in a leaf's place may keep to the leaf's own span. */
  private static boolean replaceable(Leaf leaf) {
    YamlLayout layout = YamlLayout.of(leaf);
    boolean absent = layout.style == YamlLayout.Style.ABSENT && !layout.inFlow;
    return !absent && layout.style != YamlLayout.Style.BLOCK_BODY;
  }

  private static Splice inBrackets(Node old, Node value) {
    String prefix = old instanceof Leaf leaf ? YamlLayout.of(leaf).prefix : "";
    return Splice.of(old.span(), prefix + Flow.text(value));
  }

  /** Another item for one of a list. */
  Splice item(ListNode list, int index, Node value) {
    Node old = list.items().get(index);
    if (old instanceof Leaf leaf && value instanceof Leaf fresh && replaceable(leaf)) {
      return Splice.of(old.span(), Spelling.spell(leaf, fresh.value()));
    }
    if (YamlLayout.of(list).flow) {
      return inBrackets(old, value);
    }
    int from = dashOf(list, index) + 1;
    int to = Math.max(from, old.span().end());
    return Splice.of(new Span(from, to), blockItem(value, YamlLayout.of(list).indent, to));
  }

  /** What follows the colon of an entry at {@code column}, without the last line break. */
  private String blockValue(Node value, int column, int end) {
    Emitter out = emitter(end, column);
    out.value(value, column, "");
    return withoutBreak(out);
  }

  private String blockItem(Node value, int column, int end) {
    Emitter out = emitter(end, column);
    out.item(value, column, "");
    return withoutBreak(out).substring(1);
  }

  /** Writes no block scalar if it would swallow what follows {@code end}. */
  private Emitter emitter(int end, int column) {
    return new Emitter(step, true, LineTail.behind(lines.bytes, end, column).isEmpty());
  }

  private String withoutBreak(Emitter out) {
    String text = out.toString();
    return lines.local(text.substring(0, text.length() - 1));
  }

  /** One more entry at the end of a map. */
  Splice add(MapNode map, String key, Node value) {
    YamlLayout layout = YamlLayout.of(map);
    List<Entry> entries = map.entries();
    if (layout.flow) {
      int at = entries.isEmpty() ? map.span().start() : end(entries.get(entries.size() - 1));
      String text = Flow.key(key) + Flow.text(value);
      return entries.isEmpty()
          ? Splice.insert(openingBracket(at), text)
          : Splice.insert(at, ", " + text);
    }
    int offset = end(entries.get(entries.size() - 1));
    Emitter out = emitter(lines.end(offset), layout.indent);
    out.map(MapNode.of(List.of(Entry.of(key, value))), layout.indent, false);
    return afterLine(offset, out);
  }

  /** One more item at the end of a list. */
  Splice add(ListNode list, Node value) {
    List<Node> items = list.items();
    if (YamlLayout.of(list).flow) {
      return items.isEmpty()
          ? Splice.insert(openingBracket(list.span().start()), Flow.text(value))
          : Splice.insert(items.get(items.size() - 1).span().end(), ", " + Flow.text(value));
    }
    int indent = YamlLayout.of(list).indent;
    Emitter out = emitter(lines.end(list.span().end()), indent);
    out.list(ListNode.of(List.of(value)), indent, false);
    return afterLine(list.span().end(), out);
  }

  private int openingBracket(int from) {
    int at = from;
    while (lines.bytes[at] != '{' && lines.bytes[at] != '[') {
      at++;
    }
    return at + 1;
  }

  /** Whole lines behind the line that holds {@code offset}. */
  private Splice afterLine(int offset, Emitter out) {
    int at = lines.next(offset);
    String before = lines.breakBefore(at);
    String text = lines.local(out.toString());
    return Splice.insert(
        at, before.isEmpty() ? text : before + text.substring(0, text.length() - before.length()));
  }

  static int end(Entry entry) {
    return Math.max(entry.keySpan().end(), entry.value().span().end());
  }

  /** An entry less; {@code others} tells whether the map has any beside those it shows. */
  Splice remove(MapNode map, Entry entry, boolean others) {
    List<Entry> entries = map.entries();
    int index = entries.indexOf(entry);
    if (entries.size() == 1 && !others) {
      return Splice.of(map.span(), "{}");
    }
    if (YamlLayout.of(map).flow) {
      return index > 0
          ? Splice.remove(end(entries.get(index - 1)), end(entry))
          : Splice.remove(entry.keySpan().start(), entries.get(1).keySpan().start());
    }
    int start = lines.start(entry.keySpan().start());
    if (beginsLine(entry) || index + 1 >= entries.size()) {
      return lines.removal(start, lines.next(end(entry)));
    }
    return Splice.remove(entry.keySpan().start(), entries.get(index + 1).keySpan().start());
  }

  private boolean beginsLine(Entry entry) {
    int at = lines.start(entry.keySpan().start());
    int first = lines.skipGap(at);
    return lines.bytes[first] != '-' || lines.bytes[first + 1] > ' ';
  }

  Splice remove(ListNode list, int index) {
    List<Node> items = list.items();
    Node item = items.get(index);
    if (items.size() == 1) {
      return Splice.of(list.span(), "[]");
    }
    if (YamlLayout.of(list).flow) {
      return index > 0
          ? Splice.remove(items.get(index - 1).span().end(), item.span().end())
          : Splice.remove(item.span().start(), items.get(1).span().start());
    }
    int dash = dashOf(list, index);
    if (lines.firstOnLine(dash)) {
      return lines.removal(lines.start(dash), lines.next(Math.max(dash, item.span().end())));
    }
    return Splice.remove(dash, dashOf(list, index + 1));
  }

  /** The dash of an item. */
  int dashOf(ListNode list, int index) {
    int from = index == 0 ? list.span().start() : list.items().get(index - 1).span().end();
    int at = lines.skipGap(from);
    while (lines.bytes[at] == '&' || lines.bytes[at] == '!') {
      while (lines.bytes[at] > ' ') {
        at++;
      }
      at = lines.skipGap(at);
    }
    return at;
  }
}
