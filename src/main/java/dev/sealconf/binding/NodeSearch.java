package dev.sealconf.binding;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds all nodes that a path means. A dot or a bracket outside of brackets may separate two keys
 * or belong to one, so several nodes may have the same name. A key in brackets and quotes, or a
 * path entirely in the notation of SOPS, means one node at most.
 */
final class NodeSearch {
  private final Values values;
  private final String text;
  private final boolean exact;
  private final List<TreePath> found = new ArrayList<>();

  private NodeSearch(Values values, String text) {
    this.values = values;
    this.text = text;
    this.exact = PathText.isExact(text);
  }

  /** Returns the paths of the nodes, in file order. */
  static List<TreePath> all(Values values, String text) {
    NodeSearch search = new NodeSearch(values, text);
    search.inMap(values.root(), TreePath.ROOT, 0);
    return search.found;
  }

  /** Looks for the rest of the text in and below this node. */
  private void in(Node node, TreePath path, int at) {
    Node resolved = node.resolved();
    if (at == text.length()) {
      found.add(path);
    } else if (resolved instanceof MapNode map) {
      inMap(map, path, at);
    } else if (resolved instanceof ListNode list) {
      Optional<PathText.Part> bracket = bracket(at);
      if (bracket.isPresent()
          && bracket.get().step() instanceof TreePath.Index index
          && index.position() < list.items().size()) {
        in(list.items().get(index.position()), path.then(index), bracket.get().end());
      }
    }
  }

  private Optional<PathText.Part> bracket(int at) {
    return PathText.bracket(text, at > 0 && text.startsWith(".", at) ? at + 1 : at);
  }

  private void inMap(MapNode map, TreePath path, int at) {
    Optional<PathText.Part> bracket = bracket(at);
    if (bracket.isPresent() && bracket.get().step() instanceof TreePath.Key key) {
      int end = bracket.get().end();
      if (!entries(map, path, end, entry -> entry.key().equals(key.name()))) {
        entries(map, path, end, entry -> values.key(entry).equals(key.name()));
      }
    }
    boolean atKey = path.depth() == 0 || text.startsWith(".", at);
    if (!exact && atKey) {
      named(map, path, path.depth() == 0 ? 0 : at + 1);
    }
  }

  private boolean entries(MapNode map, TreePath path, int end, Predicate<Entry> wanted) {
    boolean any = false;
    for (Entry entry : map.entries()) {
      if (wanted.test(entry)) {
        any = true;
        in(entry.value(), path.then(new TreePath.Key(entry.key())), end);
      }
    }
    return any;
  }

  /** Looks into each entry whose whole key is written here. */
  private void named(MapNode map, TreePath path, int start) {
    for (Entry entry : map.entries()) {
      String key = values.key(entry);
      int end = start + key.length();
      boolean whole =
          text.startsWith(key, start)
              && (end == text.length() || text.charAt(end) == '.' || text.charAt(end) == '[');
      if (whole) {
        in(entry.value(), path.then(new TreePath.Key(entry.key())), end);
      }
    }
  }
}
