package dev.sealconf.operation.merge;

import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Splice;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.SealconfException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Applies the changes of one side to the text of the other side, so that its layout and comments
 * stay.
 */
public final class MergedText {
  private MergedText() {}

  /**
   * Returns the text with both sides' changes. It starts from their text, or from ours if their
   * side changed only values, so that it never loses a side's changed comments.
   *
   * @return empty if both sides changed comments, or if a format can't make the changes
   */
  public static Optional<byte[]> of(
      Document base, Document ours, Document theirs, ThreeWayMerge merge) {
    List<String> comments = comments(base);
    List<Side> sides = new ArrayList<>();
    if (comments.equals(comments(ours))) {
      sides.add(new Side(theirs, merge.ours()));
    }
    if (comments.equals(comments(theirs))) {
      sides.add(new Side(ours, merge.theirs()));
    }
    // Each change takes time proportional to the document, so try the shorter list first.
    sides.sort((a, b) -> Integer.compare(a.missing().size(), b.missing().size()));
    for (Side side : sides) {
      Optional<Document> merged = with(side.text(), side.missing());
      if (merged.isPresent()
          && made(merged.get(), merge.ours())
          && made(merged.get(), merge.theirs())) {
        return merged.map(document -> document.source().bytes());
      }
    }
    return Optional.empty();
  }

  /** A text to start from, and the other side's changes that it lacks. */
  private record Side(Document text, List<Change> missing) {}

  /** Returns a document after these changes; empty if its format can't make them. */
  public static Optional<Document> with(Document document, List<Change> changes) {
    Document changed = document;
    try {
      for (Change change : inOrder(changes)) {
        if (change.place().document() != 0 || change.place().path().depth() == 0) {
          return Optional.empty(); // Formats change only the first document.
        }
        TreePath path = change.place().path();
        Document from = changed;
        List<Splice> splices =
            change
                .after()
                .map(node -> from.format().set(from, path, bare(node)))
                .orElseGet(() -> from.format().unset(from, path));
        byte[] text = from.source().apply(splices);
        changed = from.format().read(new SourceText(from.source().name(), text));
      }
      return Optional.of(changed);
    } catch (SealconfException e) {
      return Optional.empty();
    }
  }

  /**
   * Puts removals last, in reverse order, so that none of them moves a place that is still to be
   * found.
   */
  private static List<Change> inOrder(List<Change> changes) {
    List<Change> ordered = new ArrayList<>();
    for (Change change : changes) {
      if (change.after().isPresent()) {
        ordered.add(change);
      }
    }
    for (int i = changes.size() - 1; i >= 0; i--) {
      if (changes.get(i).after().isEmpty()) {
        ordered.add(changes.get(i));
      }
    }
    return ordered;
  }

  private static boolean made(Document merged, List<Change> changes) {
    return changes.stream()
        .allMatch(
            change ->
                Children.same(at(merged.branches().get(0), change.place().path()), change.after()));
  }

  private static Optional<Node> at(Node root, TreePath path) {
    Optional<Node> node = Optional.of(root);
    for (TreePath.Step step : path.steps()) {
      node = Optional.ofNullable(Children.of(node).get(step));
    }
    return node;
  }

  /**
   * Returns a copy of a node without spans and layout, which belong to the text that it comes from.
   */
  private static Node bare(Node node) {
    Node meant = node.resolved();
    if (meant instanceof Leaf leaf) {
      return Leaf.of(leaf.value());
    } else if (meant instanceof MapNode map) {
      return MapNode.of(
          map.entries().stream().map(e -> Entry.of(e.key(), bare(e.value()))).toList());
    }
    return ListNode.of(((ListNode) meant).items().stream().map(MergedText::bare).toList());
  }

  /** Returns every comment with the path of its map or list. */
  private static List<String> comments(Document document) {
    List<String> found = new ArrayList<>();
    int number = 0;
    for (MapNode branch : document.branches()) {
      collect(branch, new Place(number++, TreePath.ROOT), found);
    }
    return found;
  }

  private static void collect(Node node, Place place, List<String> found) {
    if (node instanceof MapNode map) {
      for (Member member : map.members()) {
        if (member instanceof Comment comment) {
          found.add(place + " " + comment.text());
        } else if (member instanceof Entry entry) {
          collect(entry.value(), below(place, new TreePath.Key(entry.key())), found);
        }
      }
    } else if (node instanceof ListNode list) {
      int position = 0;
      for (Element element : list.elements()) {
        if (element instanceof Comment comment) {
          found.add(place + " " + comment.text());
        } else if (element instanceof Node item) {
          collect(item, below(place, new TreePath.Index(position++)), found);
        }
      }
    }
  }

  private static Place below(Place place, TreePath.Step step) {
    return new Place(place.document(), place.path().then(step));
  }
}
