package dev.sealconf.document.format.yaml.edit;

import dev.sealconf.document.Document;
import dev.sealconf.document.Splice;
import dev.sealconf.document.format.yaml.layout.DocumentLayout;
import dev.sealconf.document.format.yaml.layout.YamlLayout;
import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath;
import java.util.ArrayList;
import java.util.List;

/** Sets and removes what is at a path of the first document, as {@code sops set} does. */
public final class PathEdits {
  private final Document document;
  private final NodeEdits edits;
  private final AliasCopies copies;
  private final List<TreePath.Step> steps;

  private PathEdits(Document document, TreePath path) {
    this.document = document;
    this.edits = new NodeEdits(document);
    this.copies = new AliasCopies(edits.around);
    this.steps = path.steps();
  }

  /** Returns the splices after which {@code value} is at {@code path}. */
  public static List<Splice> set(Document document, TreePath path, Node value) {
    return new PathEdits(document, path).set(value);
  }

  /** Returns the splices after which nothing is at {@code path}. */
  public static List<Splice> unset(Document document, TreePath path) {
    return new PathEdits(document, path).unset();
  }

  private List<Splice> set(Node value) {
    MapNode root = document.branches().get(0);
    String key = ((TreePath.Key) steps.get(0)).name();
    if (root.entries().isEmpty() && !YamlLayout.of(root).flow) {
      MapNode first = MapNode.of(List.of(Entry.of(key, build(1, value))));
      return MetadataBlock.begin(document, first);
    }
    return withCopies(in(root, 0, value));
  }

  private List<Splice> withCopies(List<Splice> splices) {
    List<Splice> all = new ArrayList<>(splices);
    all.addAll(copies.splices());
    return all;
  }

  private List<Splice> in(Node node, int depth, Node value) {
    copies.changes(node);
    return node instanceof MapNode map
        ? inMap(map, depth, value)
        : inList((ListNode) node, depth, value);
  }

  private List<Splice> inMap(MapNode map, int depth, Node value) {
    String key = ((TreePath.Key) steps.get(depth)).name();
    Entry entry = map.entry(key).orElse(null);
    if (entry == null) {
      return added(edits.add(map, key, build(depth + 1, value)));
    }
    Node old = entry.value();
    if (descends(old, depth + 1)) {
      return in(old, depth + 1, value);
    }
    goes(old);
    return edits.value(entry, changed(old, depth + 1, value), YamlLayout.of(map).indent);
  }

  private List<Splice> inList(ListNode list, int depth, Node value) {
    int index = ((TreePath.Index) steps.get(depth)).position();
    List<Node> items = list.items();
    if (index >= items.size()) {
      return added(edits.add(list, build(depth + 1, value)));
    }
    Node item = items.get(index);
    if (descends(item, depth + 1)) {
      return in(item, depth + 1, value);
    }
    goes(item);
    return edits.item(list, index, changed(item, depth + 1, value));
  }

  /**
   * Returns the addition and, at the end of the file, the splice that keeps the value of the line
   * before it.
   */
  private List<Splice> added(Splice addition) {
    List<Splice> splices = new ArrayList<>();
    if (addition.span().start() == document.source().bytes().length) {
      BlockScalarEnd.closing(document.branches().get(0), document.source()).ifPresent(splices::add);
    }
    splices.add(addition);
    return splices;
  }

  private void goes(Node old) {
    copies.goes(old.span().start(), old.span().end());
  }

  /** Returns whether the next step leads into this node and the node is not an alias. */
  private boolean descends(Node node, int depth) {
    return depth < steps.size() && !(node instanceof Alias) && fits(node, steps.get(depth));
  }

  private static boolean fits(Node node, TreePath.Step step) {
    return step instanceof TreePath.Key ? node instanceof MapNode : node instanceof ListNode;
  }

  /** Returns a copy of {@code old} that contains {@code value}. */
  private Node changed(Node old, int depth, Node value) {
    Node node = old.resolved();
    if (depth == steps.size() || !fits(node, steps.get(depth))) {
      return build(depth, value);
    }
    if (steps.get(depth) instanceof TreePath.Key key) {
      List<Member> members = new ArrayList<>(((MapNode) node).members());
      Entry there = ((MapNode) node).entry(key.name()).orElse(null);
      if (there == null) {
        members.add(Entry.of(key.name(), build(depth + 1, value)));
      } else {
        members.set(
            members.indexOf(there), Entry.of(key.name(), changed(there.value(), depth + 1, value)));
      }
      return MapNode.of(members);
    }
    List<Node> items = new ArrayList<>(((ListNode) node).items());
    int index = ((TreePath.Index) steps.get(depth)).position();
    if (index < items.size()) {
      items.set(index, changed(items.get(index), depth + 1, value));
    } else {
      items.add(build(depth + 1, value));
    }
    return ListNode.of(items);
  }

  /** Builds the maps and lists that the steps from {@code depth} on require. */
  private Node build(int depth, Node value) {
    Node built = value;
    for (int i = steps.size() - 1; i >= depth; i--) {
      built =
          steps.get(i) instanceof TreePath.Key key
              ? MapNode.of(List.of(Entry.of(key.name(), built)))
              : ListNode.of(List.of(built));
    }
    return built;
  }

  private List<Splice> unset() {
    Node node = document.branches().get(0);
    boolean others = node instanceof MapNode root && hasMetadata(root);
    int outer = -1;
    for (int i = 0; i + 1 < steps.size(); i++) {
      copies.changes(node);
      Node next = child(node, i);
      if (next instanceof Alias alias) {
        Node less = less(alias.target(), i + 1);
        return node instanceof MapNode map
            ? withCopies(edits.value(entry(map, i), less, YamlLayout.of(map).indent))
            : withCopies(edits.item((ListNode) node, index(i), less));
      }
      outer = YamlLayout.of(node).indent;
      node = next;
      others = false;
    }
    copies.changes(node);
    int last = steps.size() - 1;
    Removal removal = new Removal(edits);
    if (node instanceof MapNode map) {
      Entry entry = entry(map, last);
      copies.goes(entry.keySpan().start(), NodeEdits.end(entry));
      return withCopies(removal.entry(map, entry, outer, others));
    }
    goes(child(node, last));
    return withCopies(removal.item((ListNode) node, index(last), outer));
  }

  private static boolean hasMetadata(MapNode root) {
    return root.layout() instanceof DocumentLayout layout && layout.sops() != null;
  }

  private Entry entry(MapNode map, int depth) {
    return map.entry(((TreePath.Key) steps.get(depth)).name()).orElseThrow();
  }

  private int index(int depth) {
    return ((TreePath.Index) steps.get(depth)).position();
  }

  private Node child(Node node, int depth) {
    return node instanceof MapNode map
        ? entry(map, depth).value()
        : ((ListNode) node).items().get(index(depth));
  }

  /** Returns a copy of a node without the target of the steps from {@code depth} on. */
  private Node less(Node old, int depth) {
    Node node = old.resolved();
    boolean last = depth == steps.size() - 1;
    if (node instanceof MapNode map) {
      List<Member> members = new ArrayList<>(map.members());
      Entry there = entry(map, depth);
      int at = members.indexOf(there);
      if (last) {
        members.remove(at);
      } else {
        members.set(at, Entry.of(there.key(), less(there.value(), depth + 1)));
      }
      return MapNode.of(members);
    }
    List<Node> items = new ArrayList<>(((ListNode) node).items());
    if (last) {
      items.remove(index(depth));
    } else {
      items.set(index(depth), less(items.get(index(depth)), depth + 1));
    }
    return ListNode.of(items);
  }
}
