package dev.sealconf.document.format.yaml.edit;

import dev.sealconf.document.Document;
import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the nodes and comments that are written near a node to edit. Does not follow aliases. */
final class WrittenNodes {
  // Not Comparator.comparingInt: the class archive does not hold its serializable lambda.
  private static final Comparator<Comment> BY_PLACE =
      (one, other) -> Integer.compare(one.span().start(), other.span().start());

  private final List<Comment> comments = new ArrayList<>();
  private final List<Leaf> leaves = new ArrayList<>();
  private final List<Alias> aliases = new ArrayList<>();

  private WrittenNodes() {}

  static WrittenNodes of(Document document) {
    WrittenNodes all = new WrittenNodes();
    document.branches().forEach(all::node);
    all.comments.sort(BY_PLACE);
    return all;
  }

  /** Collects what is written in one node. */
  static WrittenNodes of(Node node) {
    WrittenNodes all = new WrittenNodes();
    all.node(node);
    all.comments.sort(BY_PLACE);
    return all;
  }

  private void node(Node node) {
    if (node instanceof MapNode map) {
      for (Member member : map.members()) {
        if (member instanceof Comment comment) {
          comments.add(comment);
        } else if (member instanceof Entry entry) {
          node(entry.value());
        }
      }
    } else if (node instanceof ListNode list) {
      for (Element element : list.elements()) {
        if (element instanceof Comment comment) {
          comments.add(comment);
        } else if (element instanceof Node item) {
          node(item);
        }
      }
    } else if (node instanceof Leaf leaf) {
      leaves.add(leaf);
    } else if (node instanceof Alias alias) {
      aliases.add(alias);
    }
  }

  List<Alias> aliases() {
    return aliases;
  }

  /** Returns the comments, in text order. */
  List<Comment> comments() {
    return comments;
  }

  /** Returns the comments whose {@code #} is between two offsets, except those of {@code node}. */
  List<Comment> commentsBeside(Node node, int from, int to) {
    List<Comment> own = of(node).comments;
    List<Comment> found = new ArrayList<>();
    for (Comment comment : comments) {
      int hash = comment.span().start() - 1;
      boolean its = own.stream().anyMatch(c -> c.span().equals(comment.span()));
      if (from <= hash && hash < to && !its) {
        found.add(comment);
      }
    }
    return found;
  }

  /** Returns the last scalar written before an offset. */
  Optional<Leaf> leafBefore(int offset) {
    return leaves.stream()
        .filter(leaf -> leaf.span().end() <= offset && leaf.span().length() > 0)
        .max((one, other) -> Integer.compare(one.span().end(), other.span().end()));
  }

  /** Returns the end of a node, including the comments after it that belong to it. */
  static int end(Node node) {
    int end = node.span().end();
    for (Comment comment : of(node).comments) {
      end = Math.max(end, comment.span().end());
    }
    return end;
  }
}
