package dev.sealconf.document.format.json;

import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Splice;
import dev.sealconf.document.format.EditPaths;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.document.tree.TreePath.Index;
import dev.sealconf.document.tree.TreePath.Key;
import dev.sealconf.document.tree.TreePath.Step;
import java.util.List;

/** Sets or removes one value of a JSON file, in the surrounding style. */
final class JsonEdit {
  private final Document document;
  private final SourceText source;
  private final JsonStyle style;

  JsonEdit(Document document) {
    this.document = document;
    this.source = document.source();
    this.style = JsonStyle.of(document);
  }

  List<Splice> set(TreePath path, Node value) {
    return set(document.branches().get(0), path.steps(), value);
  }

  private List<Splice> set(Node at, List<Step> steps, Node value) {
    if (steps.isEmpty()) {
      return replace(at, value);
    }
    Step step = steps.get(0);
    List<Step> rest = steps.subList(1, steps.size());
    int position = EditPaths.position(at, step);
    if (position >= 0) {
      return set(EditPaths.child(at, position), rest, value);
    }
    Node added = EditPaths.nest(rest, value);
    if (at instanceof MapNode map && step instanceof Key key) {
      JsonMembers members = members(map);
      String text = JsonPrinter.print(key.name(), added, members.style(), members.margin());
      members.add(end(map), text);
      return members.splices();
    } else if (at instanceof ListNode list && step instanceof Index) {
      JsonMembers members = JsonMembers.of(source, list, style);
      String text = JsonPrinter.print(added, members.style(), members.margin());
      members.add(list.items().size(), text);
      return members.splices();
    }
    return replace(at, EditPaths.nest(steps, value));
  }

  private List<Splice> replace(Node old, Node value) {
    boolean broken = source.text(old.span()).indexOf('\n') >= 0 || EditPaths.isLeaf(old);
    JsonStyle own = broken ? style : style.onOneLine();
    String margin = JsonMembers.lineMargin(source, old.span().start());
    return List.of(Splice.of(old.span(), JsonPrinter.print(value, own, margin)));
  }

  List<Splice> unset(TreePath path) {
    List<Step> steps = path.steps();
    Node at = document.branches().get(0);
    for (Step step : steps.subList(0, steps.size() - 1)) {
      at = EditPaths.child(at, EditPaths.position(at, step));
    }
    int position = EditPaths.position(at, steps.get(steps.size() - 1));
    if (at instanceof MapNode map) {
      Entry gone = map.entries().get(position);
      JsonMembers members = members(map);
      members.remove(entries(map).indexOf(gone));
      return members.splices();
    }
    JsonMembers members = JsonMembers.of(source, (ListNode) at, style);
    members.remove(position);
    return members.splices();
  }

  /**
   * Removes a list item that holds a comment's token. If all items up to the end of the list are
   * such tokens, each is removed by its own splice, and the splices don't overlap.
   */
  Splice removeCommentToken(Leaf item) {
    List<Node> items = parent(document.branches().get(0), item).items();
    int position = items.indexOf(item);
    boolean last = items.stream().skip(position).allMatch(JsonEdit::holdsCommentToken);
    if (!last) {
      return Splice.remove(item.span().start(), items.get(position + 1).span().start());
    }
    int start = position == 0 ? item.span().start() : items.get(position - 1).span().end();
    return Splice.remove(start, item.span().end());
  }

  private static boolean holdsCommentToken(Node node) {
    return node instanceof Leaf leaf
        && leaf.value() instanceof Scalar.Text text
        && text.value().startsWith("ENC[")
        && text.value().endsWith(",type:comment]");
  }

  private static ListNode parent(Node at, Leaf item) {
    List<? extends Node> children =
        at instanceof MapNode map
            ? map.entries().stream().map(Entry::value).toList()
            : ((ListNode) at).items();
    int offset = item.span().start();
    for (Node child : children) {
      if (child == item) {
        return (ListNode) at;
      } else if (child.span().start() <= offset && offset < child.span().end()) {
        return parent(child, item);
      }
    }
    throw new IllegalArgumentException("not an item of this document");
  }

  private JsonMembers members(MapNode map) {
    return JsonMembers.of(source, map.span(), entries(map), style);
  }

  private static List<Entry> entries(MapNode map) {
    return map.layout() instanceof JsonRoot root ? root.entries() : map.entries();
  }

  /** Returns where to put a new entry: after the last one that is data. */
  private static int end(MapNode map) {
    List<Entry> data = map.entries();
    return data.isEmpty() ? 0 : entries(map).lastIndexOf(data.get(data.size() - 1)) + 1;
  }
}
