package dev.sealconf.document.format.json;

import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Adds members to an object or array and removes members, with their commas and white space. Adding
 * members and then removing them restores the original bytes.
 */
final class JsonMembers {
  private final SourceText source;
  private final Span container;
  private final List<Span> members;
  private final JsonStyle style;
  private final BitSet removed = new BitSet();
  private final List<List<String>> added = new ArrayList<>();

  private JsonMembers(SourceText source, Span container, List<Span> members, JsonStyle style) {
    this.source = source;
    this.container = container;
    this.members = members;
    this.style = style;
    for (int i = 0; i <= members.size(); i++) {
      added.add(new ArrayList<>(0));
    }
  }

  static JsonMembers of(SourceText source, Span object, List<Entry> entries, JsonStyle style) {
    List<Span> members =
        entries.stream().map(e -> new Span(e.keySpan().start(), e.value().span().end())).toList();
    return new JsonMembers(source, object, members, style);
  }

  static JsonMembers of(SourceText source, MapNode object, JsonStyle style) {
    return of(source, object.span(), object.entries(), style);
  }

  static JsonMembers of(SourceText source, ListNode array, JsonStyle style) {
    List<Span> members = array.items().stream().map(Node::span).toList();
    return new JsonMembers(source, array.span(), members, style);
  }

  void remove(int position) {
    removed.set(position);
  }

  /** Adds a member before the one at {@code position}, or at the end. */
  void add(int position, String text) {
    added.get(position).add(text);
  }

  /** Returns the indentation of the members, for printing members to add. */
  String margin() {
    if (members.isEmpty()) {
      return lineMargin() + style.unit();
    }
    String gap = gap(members.size() - 1);
    return gap.indexOf('\n') >= 0 ? JsonStyle.indentation(gap) : lineMargin();
  }

  /** Returns the style for members to add: on one line if the existing ones are. */
  JsonStyle style() {
    boolean broken = !members.isEmpty() && gap(members.size() - 1).indexOf('\n') >= 0;
    return broken || members.isEmpty() ? style : style.onOneLine();
  }

  private String lineMargin() {
    return lineMargin(source, container.start());
  }

  /** Returns the indentation of the line that contains an offset. */
  static String lineMargin(SourceText source, int offset) {
    byte[] in = source.bytes();
    int line = offset;
    while (line > 0 && in[line - 1] != '\n') {
      line--;
    }
    int end = line;
    while (in[end] == ' ' || in[end] == '\t') {
      end++;
    }
    return source.text(new Span(line, end));
  }

  private String gap(int position) {
    return JsonStyle.gapBefore(source, members.get(position).start(), container.start());
  }

  List<Splice> splices() {
    return removed.cardinality() == members.size() ? refill() : patch();
  }

  /** Replaces all of the old members. */
  private List<Splice> refill() {
    List<String> texts = added.stream().flatMap(List::stream).toList();
    Span inside = new Span(container.start() + 1, container.end() - 1);
    if (texts.isEmpty()) {
      return members.isEmpty() ? List.of() : List.of(Splice.of(inside, ""));
    }
    String margin = margin();
    String between = style().oneLine() ? style.comma() : "," + style.newline() + margin;
    StringBuilder text = new StringBuilder();
    if (!style().oneLine()) {
      text.append(style.newline()).append(margin);
    }
    text.append(String.join(between, texts));
    if (!style().oneLine()) {
      text.append(style.newline()).append(lineMargin());
    }
    return List.of(Splice.of(inside, text.toString()));
  }

  private List<Splice> patch() {
    List<Splice> insertions = new ArrayList<>();
    List<Splice> removals = new ArrayList<>();
    String separator = separator();
    boolean first = true;
    for (int i = 0; i <= members.size(); i++) {
      for (String text : added.get(i)) {
        insertions.add(
            first
                ? Splice.insert(members.get(0).start(), text + separator)
                : Splice.insert(members.get(i - 1).end(), separator + text));
      }
      if (removed.get(i)) {
        removals.add(
            first
                ? Splice.remove(members.get(i).start(), members.get(i + 1).start())
                : Splice.remove(members.get(i - 1).end(), members.get(i).end()));
      } else {
        first = false;
      }
    }
    insertions.addAll(removals);
    return insertions;
  }

  private String separator() {
    String gap = gap(members.size() - 1);
    if (gap.indexOf('\n') >= 0) {
      return "," + JsonStyle.newline(gap) + JsonStyle.indentation(gap);
    }
    return members.size() > 1 ? "," + gap : style.onOneLine().comma();
  }
}
