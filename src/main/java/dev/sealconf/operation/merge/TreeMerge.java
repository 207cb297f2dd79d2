package dev.sealconf.operation.merge;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.operation.merge.Versions.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Merges the values of three versions of a file, without their text: what a merged text has to read
 * back as.
 *
 * @param branches the merged trees; in a conflict they have what the preferred side has
 * @param conflicts where both sides changed a value, and not to the same
 * @param merged how many values only one side changed
 */
record TreeMerge(List<MapNode> branches, List<Place> conflicts, int merged) {

  /**
   * Merges them.
   *
   * @param whole places below which nothing is merged: if both sides changed one, it is a conflict
   */
  static TreeMerge of(
      Versions<List<MapNode>> files, ItemIdentity identity, Set<Place> whole, Side preferred) {
    Merging merging = new Merging(identity, whole, preferred);
    List<MapNode> merged = new ArrayList<>();
    var documents =
        Alignment.ofDocuments(files.base().size(), files.ours().size(), files.theirs().size());
    for (Alignment.Row row : documents.rows()) {
      merging.document = ((TreePath.Index) row.step()).position();
      Optional<Node> base = Alignment.at(row.base(), files.base()::get);
      Optional<Node> ours = Alignment.at(row.ours(), files.ours()::get);
      Optional<Node> theirs = Alignment.at(row.theirs(), files.theirs()::get);
      merging
          .merge(TreePath.ROOT, base, ours, theirs)
          .ifPresent(node -> merged.add((MapNode) node));
    }
    return new TreeMerge(List.copyOf(merged), List.copyOf(merging.conflicts), merging.merged);
  }

  private static final class Merging {
    private final ItemIdentity identity;
    private final Set<Place> whole;
    private final Side preferred;
    private final List<Place> conflicts = new ArrayList<>();
    private int merged;
    private int document;

    Merging(ItemIdentity identity, Set<Place> whole, Side preferred) {
      this.identity = identity;
      this.whole = whole;
      this.preferred = preferred;
    }

    private Optional<Node> merge(
        TreePath path, Optional<Node> base, Optional<Node> ours, Optional<Node> theirs) {
      if (Children.same(ours, theirs)) {
        return ours;
      }
      Place place = new Place(document, path);
      boolean isWhole = whole.contains(place);
      if (!isWhole && Children.same(base, ours)) {
        return changed(base, theirs);
      }
      if (!isWhole && Children.same(base, theirs)) {
        return changed(base, ours);
      }
      Optional<Alignment> children =
          isWhole ? Optional.empty() : Alignment.of(base, ours, theirs, identity);
      if (children.isEmpty()) {
        conflicts.add(place);
        return preferred == Side.OURS ? ours : theirs;
      }
      return Optional.of(merged(path, children.get(), base, ours.get(), theirs.get()));
    }

    private Optional<Node> changed(Optional<Node> before, Optional<Node> after) {
      for (Change change : Changes.between(document, TreePath.ROOT, before, after)) {
        merged += change.values();
      }
      return after;
    }

    private Node merged(
        TreePath path, Alignment children, Optional<Node> base, Node ours, Node theirs) {
      List<Entry> entries = new ArrayList<>();
      List<Node> items = new ArrayList<>();
      for (Alignment.Row row : children.rows()) {
        Optional<Node> child =
            merge(
                path.then(row.step()),
                base.flatMap(node -> Alignment.at(row.base(), at -> child(node, at))),
                Alignment.at(row.ours(), at -> child(ours, at)),
                Alignment.at(row.theirs(), at -> child(theirs, at)));
        if (child.isPresent()) {
          items.add(child.get());
          if (row.step() instanceof TreePath.Key key) {
            entries.add(Entry.of(key.name(), child.get()));
          }
        }
      }
      return ours instanceof MapNode ? MapNode.of(entries) : ListNode.of(items);
    }

    private static Node child(Node parent, int position) {
      return parent instanceof MapNode map
          ? map.entries().get(position).value().resolved()
          : ((ListNode) parent).items().get(position).resolved();
    }
  }
}
