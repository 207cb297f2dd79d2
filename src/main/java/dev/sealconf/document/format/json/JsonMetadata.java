package dev.sealconf.document.format.json;

import dev.sealconf.document.SourceText;
import dev.sealconf.document.Splice;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Changes the metadata tree of a JSON file into another, field by field. */
final class JsonMetadata {
  private final SourceText source;
  private final JsonStyle style;
  private final List<Splice> splices = new ArrayList<>();

  JsonMetadata(SourceText source, JsonStyle style) {
    this.source = source;
    this.style = style;
  }

  List<Splice> change(MapNode from, MapNode to) {
    object(from, to);
    return splices;
  }

  private void object(MapNode from, MapNode to) {
    JsonMembers members = JsonMembers.of(source, from, style);
    List<Entry> old = from.entries();
    for (int i = 0; i < old.size(); i++) {
      Optional<Entry> wanted = to.entry(old.get(i).key());
      if (wanted.isPresent()) {
        value(old.get(i).value(), wanted.get().value());
      } else {
        members.remove(i);
      }
    }
    List<String> keys = old.stream().map(Entry::key).toList();
    int position = 0;
    for (Entry wanted : to.entries()) {
      int same = keys.indexOf(wanted.key());
      if (same >= 0) {
        position = same + 1;
      } else {
        String key = wanted.key();
        members.add(
            position, JsonPrinter.print(key, wanted.value(), members.style(), members.margin()));
      }
    }
    splices.addAll(members.splices());
  }

  private void value(Node from, Node to) {
    if (same(from, to)) {
      return;
    }
    if (from instanceof MapNode oldMap && to instanceof MapNode newMap) {
      object(oldMap, newMap);
    } else if (from instanceof ListNode oldList && to instanceof ListNode newList) {
      array(oldList, newList);
    } else {
      splices.add(Splice.of(from.span(), JsonPrinter.print(to, style.onOneLine(), "")));
    }
  }

  private void array(ListNode from, ListNode to) {
    List<Node> old = from.items();
    List<Node> wanted = to.items();
    if (old.size() == wanted.size()) {
      for (int i = 0; i < old.size(); i++) {
        value(old.get(i), wanted.get(i));
      }
      return;
    }
    JsonMembers members = JsonMembers.of(source, from, style);
    int next = 0;
    for (Node item : wanted) {
      int found = find(item, old, next);
      if (found < 0) {
        members.add(next, JsonPrinter.print(item, members.style(), members.margin()));
        continue;
      }
      for (int gone = next; gone < found; gone++) {
        members.remove(gone);
      }
      next = found + 1;
    }
    for (int gone = next; gone < old.size(); gone++) {
      members.remove(gone);
    }
    splices.addAll(members.splices());
  }

  private static int find(Node item, List<Node> among, int from) {
    for (int i = from; i < among.size(); i++) {
      if (same(among.get(i), item)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns whether two trees are equal; {@code 2} equals {@code "2"}, as SOPS reads them. */
  private static boolean same(Node one, Node other) {
    if (one instanceof MapNode map && other instanceof MapNode otherMap) {
      List<Entry> entries = map.entries();
      return entries.size() == otherMap.entries().size()
          && entries.stream()
              .allMatch(
                  e -> otherMap.entry(e.key()).filter(o -> same(e.value(), o.value())).isPresent());
    } else if (one instanceof ListNode list && other instanceof ListNode otherList) {
      List<Node> items = list.items();
      List<Node> others = otherList.items();
      return items.size() == others.size()
          && IntStream.range(0, items.size()).allMatch(i -> same(items.get(i), others.get(i)));
    }
    return one instanceof Leaf leaf
        && other instanceof Leaf otherLeaf
        && text(leaf.value()).equals(text(otherLeaf.value()));
  }

  private static String text(Scalar value) {
    return value instanceof Scalar.Text text
        ? text.value()
        : JsonPrinter.scalar(value, JsonStyle.PLAIN);
  }
}
