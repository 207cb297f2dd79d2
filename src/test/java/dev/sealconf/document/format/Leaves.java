package dev.sealconf.document.format;

import dev.sealconf.document.Document;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import java.util.ArrayList;
import java.util.List;

/** The leaves and comments of a document in its order; aliases are not followed. */
public final class Leaves {
  private final List<Leaf> leaves = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  private Leaves() {}

  /** The leaves that may be sealed: all but null. */
  public static List<Leaf> of(Document document) {
    return walk(document).leaves;
  }

  public static List<Comment> comments(Document document) {
    return walk(document).comments;
  }

  static List<String> keys(Document document) {
    return walk(document).keys;
  }

  /** Each leaf as its path and its text, whatever its type. */
  static List<String> texts(MapNode map) {
    Leaves leaves = new Leaves();
    leaves.walk("", map);
    return leaves.texts;
  }

  private static Leaves walk(Document document) {
    Leaves leaves = new Leaves();
    document.branches().forEach(branch -> leaves.walk("", branch));
    return leaves;
  }

  private void walk(String path, Element element) {
    if (element instanceof MapNode map) {
      map.members().stream()
          .filter(Comment.class::isInstance)
          .forEach(c -> comments.add((Comment) c));
      for (Entry entry : map.entries()) {
        keys.add(path + "/" + entry.key());
        walk(path + "/" + entry.key(), entry.value());
      }
    } else if (element instanceof ListNode list) {
      int position = 0;
      for (Element item : list.elements()) {
        walk(path + "/" + (item instanceof Node ? position++ : "comment"), item);
      }
    } else if (element instanceof Leaf leaf) {
      texts.add(path + "=" + TreeText.scalar(leaf.value()).replaceFirst("^\\w+ ", ""));
      if (!(leaf.value() instanceof Scalar.Null)) {
        leaves.add(leaf);
      }
    } else if (element instanceof Comment comment) {
      comments.add(comment);
    }
  }
}
