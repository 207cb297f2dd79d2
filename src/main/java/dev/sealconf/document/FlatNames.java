package dev.sealconf.document;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Converts a nested metadata tree to one list of names and texts, the way ENV and INI store it
 * ({@code docs/format.md §3}): {@code age__list_0__map_enc}. The keys must not contain the
 * separators.
 */
public final class FlatNames {
  private static final String MAP = "__map_";
  private static final String LIST = "__list_";

  /** The maximum length of a name in characters. Names that SOPS writes have fewer than 100. */
  private static final int LONGEST = 10_000;

  private static final int SHOWN = 100;

  private FlatNames() {}

  /**
   * Returns the leaves of a tree as text, by flat name, in tree order. Empty maps and lists are
   * lost.
   *
   * @throws SealconfException if two leaves get the same name
   */
  public static List<Entry> flatten(MapNode tree) {
    List<Entry> flat = new ArrayList<>();
    flatten("", tree, flat);
    Set<String> names = new HashSet<>();
    for (Entry entry : flat) {
      if (!names.add(entry.key())) {
        throw new OutputFailure.NotRepresentable(
            "two metadata fields would have the name " + Printable.quote(entry.key()));
      }
    }
    return flat;
  }

  private static void flatten(String name, Node node, List<Entry> flat) {
    if (node instanceof MapNode map) {
      String prefix = name.isEmpty() ? "" : name + MAP;
      map.entries().forEach(e -> flatten(prefix + e.key(), e.value(), flat));
    } else if (node instanceof ListNode list) {
      int position = 0;
      for (Node item : list.items()) {
        flatten(name + LIST + position++, item, flat);
      }
    } else if (node instanceof Leaf leaf) {
      flat.add(Entry.of(name, Leaf.of(text(leaf.value()))));
    }
  }

  /** Returns the text of a metadata value: {@code true}, {@code 3}, or the string itself. */
  public static String text(Scalar value) {
    if (value instanceof Scalar.Text text) {
      return text.value();
    } else if (value instanceof Scalar.Bool bool) {
      return Boolean.toString(bool.value());
    } else if (value instanceof Scalar.Int number) {
      return Long.toString(number.value());
    } else if (value instanceof Scalar.Time time) {
      return time.value();
    }
    throw new IllegalArgumentException("metadata has no values of this type");
  }

  /**
   * Returns the tree of these flat names, with sorted keys. The leaves keep their spans.
   *
   * @throws SealconfException with {@code COULD_NOT_READ_INPUT} if the names contradict each other
   */
  public static MapNode unflatten(List<Entry> flat) {
    Slot root = new Slot();
    for (Entry entry : flat) {
      root.place(entry.key(), 0, 0, entry.value());
    }
    return root.children.isEmpty() ? MapNode.of(List.of()) : (MapNode) root.node("");
  }

  private static SealconfException contradiction(String what, String name) {
    return new FileFailure.Malformed("the metadata is broken: " + what + Printable.quote(name));
  }

  /** A node of the tree while it is built: a leaf, a map, or a list. */
  private static final class Slot {
    private Node leaf;
    private boolean list;
    private final SortedMap<String, Slot> children = new TreeMap<>();
    private final SortedMap<Integer, Slot> items = new TreeMap<>();

    /**
     * Puts a leaf below this node, at the path that {@code name} gives from the offset {@code from}
     * on.
     */
    void place(String name, int from, int depth, Node value) {
      int end = nextSeparator(name, from);
      if (depth > Limits.DEPTH || name.length() > LONGEST) {
        throw contradiction("nested too deeply at ", name.substring(0, SHOWN) + "…");
      }
      Slot next = child(name.substring(from, end));
      if (end < name.length()) {
        next.list = name.startsWith(LIST, end);
        int below = end + (next.list ? LIST.length() : MAP.length());
        next.place(name, below, depth + 1, value);
      } else if (next.leaf != null) {
        throw contradiction("duplicate field ", name);
      } else {
        next.leaf = value;
      }
    }

    private Slot child(String name) {
      return list
          ? items.computeIfAbsent(index(name), i -> new Slot())
          : children.computeIfAbsent(name, k -> new Slot());
    }

    /** Parses a position. As in SOPS, text that is not a number counts as 0. */
    private static int index(String text) {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        return 0;
      }
    }

    private static int nextSeparator(String name, int from) {
      int map = name.indexOf(MAP, from);
      int listed = name.indexOf(LIST, from);
      int first = map < 0 || (listed >= 0 && listed < map) ? listed : map;
      return first < 0 ? name.length() : first;
    }

    Node node(String name) {
      boolean mixed =
          leaf == null
              ? !children.isEmpty() && !items.isEmpty()
              : !children.isEmpty() || !items.isEmpty();
      if (mixed) {
        throw contradiction("a field is both a value and a group of values: ", name);
      } else if (leaf != null) {
        return leaf;
      } else if (items.isEmpty()) {
        List<Entry> entries = new ArrayList<>();
        children.forEach((key, slot) -> entries.add(Entry.of(key, slot.node(key))));
        return MapNode.of(entries);
      }
      if (items.firstKey() != 0 || items.lastKey() != items.size() - 1) {
        throw contradiction("a list has gaps: ", name);
      }
      return ListNode.of(items.values().stream().map(slot -> slot.node(name)).toList());
    }
  }
}
