package dev.sealconf.operation.merge;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The direct children of a map or a list, by step. */
final class Children {
  private Children() {}

  /** Returns the children in document order; of a duplicate key, the first. */
  static Map<TreePath.Step, Node> of(Node node) {
    Map<TreePath.Step, Node> children = new LinkedHashMap<>();
    if (node instanceof MapNode map) {
      for (Entry entry : map.entries()) {
        children.putIfAbsent(new TreePath.Key(entry.key()), entry.value().resolved());
      }
    } else if (node instanceof ListNode list) {
      int position = 0;
      for (Node item : list.items()) {
        children.put(new TreePath.Index(position++), item.resolved());
      }
    }
    return children;
  }

  /** Returns the children of a node that may be missing. */
  static Map<TreePath.Step, Node> of(Optional<Node> node) {
    return node.map(Children::of).orElse(Map.of());
  }

  /** Returns the steps of all of them, without duplicates. */
  @SafeVarargs
  static Set<TreePath.Step> steps(Map<TreePath.Step, Node>... all) {
    Set<TreePath.Step> steps = new LinkedHashSet<>();
    for (Map<TreePath.Step, Node> children : all) {
      steps.addAll(children.keySet());
    }
    return steps;
  }

  /** Returns whether both are maps or both are lists. */
  static boolean alike(Node one, Node other) {
    return one instanceof MapNode && other instanceof MapNode
        || one instanceof ListNode && other instanceof ListNode;
  }

  /** Returns whether two nodes hold the same values, whatever the order of their keys. */
  static boolean same(Node one, Node other) {
    if (one instanceof Leaf a && other instanceof Leaf b) {
      return a.value().equals(b.value());
    }
    if (!alike(one, other)) {
      return false;
    }
    Map<TreePath.Step, Node> ones = of(one);
    Map<TreePath.Step, Node> others = of(other);
    return ones.keySet().equals(others.keySet())
        && ones.entrySet().stream().allMatch(e -> same(e.getValue(), others.get(e.getKey())));
  }

  static boolean same(Optional<Node> one, Optional<Node> other) {
    return one.isPresent() == other.isPresent()
        && (one.isEmpty() || same(one.get(), other.orElseThrow()));
  }
}
