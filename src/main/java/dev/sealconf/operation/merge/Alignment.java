package dev.sealconf.operation.merge;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Pairs the children of three versions of a map or list, in the order that they have in a merged
 * version.
 */
record Alignment(List<Row> rows) {

  /**
   * The positions of one child in each version, -1 where it is missing.
   *
   * @param step the child in messages; an item of a list by its position on our side
   */
  record Row(TreePath.Step step, int base, int ours, int theirs) {}

  /** Pairs documents of a file by their numbers. */
  static Alignment ofDocuments(int base, int ours, int theirs) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < Math.max(base, Math.max(ours, theirs)); i++) {
      rows.add(
          new Row(
              new TreePath.Index(i), i < base ? i : -1, i < ours ? i : -1, i < theirs ? i : -1));
    }
    return new Alignment(rows);
  }

  /**
   * Pairs the children.
   *
   * @return empty if what is below can't be merged child by child
   */
  static Optional<Alignment> of(
      Optional<Node> base, Optional<Node> ours, Optional<Node> theirs, ItemIdentity identity) {
    return ours.isEmpty() || theirs.isEmpty()
        ? Optional.empty()
        : of(base, ours.get(), theirs.get(), identity);
  }

  /** Returns the same for two sides that both have it. */
  static Optional<Alignment> of(
      Optional<Node> base, Node ours, Node theirs, ItemIdentity identity) {
    Node one = ours.resolved();
    Node other = theirs.resolved();
    Optional<Node> was = base.map(Node::resolved);
    if (one instanceof MapNode a && other instanceof MapNode b) {
      return was.isEmpty() || was.get() instanceof MapNode
          ? ofMaps(was.map(node -> (MapNode) node), a, b)
          : Optional.empty();
    } else if (one instanceof ListNode a && other instanceof ListNode b) {
      return was.isEmpty() || was.get() instanceof ListNode
          ? ofLists(was.map(node -> (ListNode) node), a, b, identity)
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Alignment> ofMaps(Optional<MapNode> base, MapNode ours, MapNode theirs) {
    List<String> was = base.map(Alignment::keys).orElse(List.of());
    List<String> one = keys(ours);
    List<String> other = keys(theirs);
    boolean unique = isUnique(was) && isUnique(one) && isUnique(other);
    return unique
        ? Optional.of(rows(was, one, other, name -> new TreePath.Key((String) name)))
        : Optional.empty();
  }

  private static List<String> keys(MapNode map) {
    return map.entries().stream().map(Entry::key).toList();
  }

  private static boolean isUnique(List<String> names) {
    return new HashSet<>(names).size() == names.size();
  }

  private static Optional<Alignment> ofLists(
      Optional<ListNode> base, ListNode ours, ListNode theirs, ItemIdentity identity) {
    ListNode was = base.orElse(ListNode.of(List.of()));
    var named = identity.of(List.of(was, ours, theirs));
    if (named.isPresent()) {
      List<?> one = named.get().get(1);
      List<?> other = named.get().get(2);
      return Optional.of(
          rows(
              named.get().get(0),
              one,
              other,
              name ->
                  new TreePath.Index(
                      one.contains(name) ? one.indexOf(name) : Math.max(0, other.indexOf(name)))));
    }
    return base.isPresent() && Positions.keepMeaning(was, ours, theirs)
        ? Optional.of(
            rows(
                numbers(was),
                numbers(ours),
                numbers(theirs),
                number -> new TreePath.Index((Integer) number)))
        : Optional.empty();
  }

  private static List<Integer> numbers(ListNode list) {
    return IntStream.range(0, list.items().size()).boxed().toList();
  }

  private interface Steps {
    TreePath.Step of(Object name);
  }

  private static Alignment rows(List<?> base, List<?> ours, List<?> theirs, Steps steps) {
    Map<Object, Integer> was = positions(base);
    Map<Object, Integer> one = positions(ours);
    Map<Object, Integer> other = positions(theirs);
    List<Row> rows = new ArrayList<>();
    for (Object name : order(base, ours, theirs)) {
      rows.add(
          new Row(
              steps.of(name),
              was.getOrDefault(name, -1),
              one.getOrDefault(name, -1),
              other.getOrDefault(name, -1)));
    }
    return new Alignment(rows);
  }

  private static Map<Object, Integer> positions(List<?> names) {
    Map<Object, Integer> positions = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      positions.put(names.get(i), i);
    }
    return positions;
  }

  /**
   * Returns all names of both sides: in our order, or in theirs if only they moved some. What the
   * other side added follows what it follows there, and what the first side added at the same
   * place.
   */
  private static List<Object> order(List<?> base, List<?> ours, List<?> theirs) {
    boolean weMoved = moved(base, ours);
    List<?> first = weMoved || !moved(base, theirs) ? ours : theirs;
    List<?> second = first == ours ? theirs : ours;
    Map<Object, Integer> places = positions(first);
    Set<Object> shared = new HashSet<>(second);
    shared.addAll(base);
    Map<Integer, List<Object>> added = new HashMap<>();
    int at = 0;
    for (Object name : second) {
      Integer place = places.get(name);
      if (place != null) {
        at = place + 1;
        continue;
      }
      while (at < first.size() && !shared.contains(first.get(at))) {
        at++;
      }
      added.computeIfAbsent(at, any -> new ArrayList<>()).add(name);
    }
    List<Object> order = new ArrayList<>();
    for (int i = 0; i <= first.size(); i++) {
      order.addAll(added.getOrDefault(i, List.of()));
      if (i < first.size()) {
        order.add(first.get(i));
      }
    }
    return order;
  }

  private static boolean moved(List<?> base, List<?> now) {
    List<Object> kept = new ArrayList<>(base);
    kept.retainAll(new HashSet<>(now));
    List<Object> found = new ArrayList<>(now);
    found.retainAll(new HashSet<>(base));
    return !kept.equals(found);
  }

  /** Returns one of several children by its position; empty for -1. */
  static <T> Optional<T> at(int position, IntFunction<T> children) {
    return position < 0 ? Optional.empty() : Optional.of(children.apply(position));
  }
}
