package dev.sealconf.document.format.yaml.print;

import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.WrittenNumber;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints trees in block style as SOPS does: strings in the style that its library chooses, lists
 * indented, comments above what follows them. Lines end with {@code \n}.
 */
public final class Emitter {
  private static final int LONGEST_SIMPLE_KEY = 128;

  private final int step;
  private final boolean astral;
  private final boolean blocks;
  private final StringBuilder out = new StringBuilder();

  /**
   * @param step the number of columns per level
   * @param astral whether to write characters beyond U+FFFF as they are; SOPS escapes them
   */
  public Emitter(int step, boolean astral) {
    this(step, astral, true);
  }

  /**
   * @param blocks whether to write multi-line strings as block scalars instead of in quotes
   */
  public Emitter(int step, boolean astral, boolean blocks) {
    this.step = step;
    this.astral = astral;
    this.blocks = blocks;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  void text(String text) {
    out.append(text);
  }

  /** Prints a document's root map. */
  void document(MapNode root) {
    if (root.members().stream().noneMatch(Entry.class::isInstance)) {
      comments(comments(root.members()), 0);
      out.append("{}\n");
    } else {
      map(root, 0, false);
    }
  }

  /** Prints a document whose root is a list. */
  void listDocument(ListNode root) {
    if (hasItems(root)) {
      list(root, 0, false);
    } else {
      comments(comments(root.elements()), 0);
      out.append("[]\n");
    }
  }

  /**
   * Prints the entries of a map at column {@code indent}; {@code begun} if the first entry's line
   * has already started.
   */
  public void map(MapNode map, int indent, boolean begun) {
    List<Comment> pending = new ArrayList<>();
    boolean onLine = begun;
    for (Member member : map.members()) {
      if (member instanceof Comment comment) {
        pending.add(comment);
      } else if (member instanceof Entry entry) {
        if (onLine) {
          onLine = false;
        } else {
          comments(above(pending, entry.value()), indent);
          pad(indent);
        }
        key(entry.key(), indent);
        value(entry.value(), indent, inline(pending, entry.value()));
        pending.clear();
      }
    }
    comments(pending, indent);
  }

  /** Prints a list in block style; {@code begun} if its first dash has already been written. */
  public void list(ListNode list, int indent, boolean begun) {
    List<Comment> pending = new ArrayList<>();
    boolean onLine = begun;
    for (Element element : list.elements()) {
      if (element instanceof Comment comment) {
        pending.add(comment);
      } else if (element instanceof Node item) {
        if (onLine) {
          onLine = false;
        } else {
          comments(above(pending, item), indent);
          comments(heading(item), indent);
          pad(indent);
        }
        item(item, indent, inline(pending, item));
        pending.clear();
      }
    }
    comments(pending, indent);
  }

  /** Prints an item of a list after its dash. */
  public void item(Node item, int indent, String inline) {
    Node node = item.resolved();
    out.append('-');
    if (node instanceof MapNode map && hasEntries(map)) {
      out.append(' ');
      map(map, indent + 2, true);
    } else if (node instanceof ListNode list && hasItems(list)) {
      out.append(' ');
      list(list, indent + 2, true);
    } else {
      scalarOrEmpty(node, indent + 2, 2, inline);
    }
  }

  /** Prints the value of an entry after its colon. */
  public void value(Node value, int indent, String inline) {
    Node node = value.resolved();
    int deeper = step * ((indent + step) / step);
    if (node instanceof MapNode map && hasEntries(map)) {
      out.append('\n');
      map(map, deeper, false);
    } else if (node instanceof ListNode list && hasItems(list)) {
      out.append('\n');
      list(list, deeper, false);
    } else {
      scalarOrEmpty(node, deeper, deeper - indent, inline);
    }
  }

  private void scalarOrEmpty(Node node, int indent, int width, String inline) {
    if (node instanceof Leaf leaf) {
      if (WrittenNumber.of(leaf).isPresent()) {
        out.append(' ').append(ScalarStyles.written(leaf)).append(inline).append('\n');
      } else {
        scalar(leaf.value(), indent, width, inline);
      }
      return;
    }
    List<Comment> inside =
        node instanceof MapNode map
            ? comments(map.members())
            : comments(((ListNode) node).elements());
    if (inside.isEmpty()) {
      out.append(node instanceof MapNode ? " {}\n" : " []\n");
    } else {
      out.append('\n');
      comments(inside, indent);
      pad(indent);
      out.append(node instanceof MapNode ? "{}\n" : "[]\n");
    }
  }

  private void scalar(Scalar value, int indent, int width, String inline) {
    out.append(' ');
    if (value instanceof Scalar.Text text
        && text.value().indexOf('\n') >= 0
        && blocks
        && TextStyle.of(text.value(), astral).literal) {
      literal(text.value(), indent, width, inline);
    } else {
      out.append(ScalarStyles.inline(value, false, astral)).append(inline).append('\n');
    }
  }

  private void literal(String text, int indent, int width, String inline) {
    out.append(BlockStyle.header(text, width)).append(inline).append('\n');
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      if (end > from) {
        pad(indent);
        out.append(text, from, end);
      }
      out.append('\n');
      from = end + 1;
    }
  }

  void key(String key, int indent) {
    boolean simple =
        key.indexOf('\n') < 0 && key.length() * 3 <= LONGEST_SIMPLE_KEY
            || key.indexOf('\n') < 0 && ScalarStyles.utf8(key).length <= LONGEST_SIMPLE_KEY;
    if (simple) {
      out.append(ScalarStyles.text(key, false, astral)).append(':');
    } else {
      out.append("? ").append(ScalarStyles.text(key, false, astral)).append('\n');
      pad(indent);
      out.append(':');
    }
  }

  private void pad(int width) {
    for (int i = 0; i < width; i++) {
      out.append(' ');
    }
  }

  private void comments(List<Comment> comments, int indent) {
    for (Comment comment : comments) {
      pad(indent);
      out.append('#').append(comment.text()).append('\n');
    }
  }

  /**
   * Returns the comments to print above a node, including inline comments if it takes more than one
   * line.
   */
  private static List<Comment> above(List<Comment> pending, Node node) {
    if (node.resolved() instanceof Leaf) {
      List<Comment> above = new ArrayList<>(pending);
      above.removeIf(Comment::inline);
      return above;
    }
    return pending;
  }

  private static String inline(List<Comment> pending, Node node) {
    StringBuilder text = new StringBuilder();
    if (node.resolved() instanceof Leaf) {
      for (Comment comment : pending) {
        if (comment.inline()) {
          text.append(" #").append(comment.text());
        }
      }
    }
    return text.toString();
  }

  /**
   * Returns the comments before the first entry of a collection in a list. They go above its dash.
   */
  private static List<Comment> heading(Node item) {
    List<Comment> heading = new ArrayList<>();
    Node node = item.resolved();
    List<?> members =
        node instanceof MapNode map && hasEntries(map)
            ? map.members()
            : node instanceof ListNode list && hasItems(list) ? list.elements() : List.of();
    for (Object member : members) {
      if (member instanceof Comment comment) {
        heading.add(comment);
        continue;
      }
      Node first = member instanceof Entry entry ? entry.value() : (Node) member;
      List<Comment> above = new ArrayList<>(above(heading, first));
      if (member instanceof Node) {
        above.addAll(heading(first));
      }
      return above;
    }
    return heading;
  }

  private static boolean hasEntries(MapNode map) {
    return map.members().stream().anyMatch(Entry.class::isInstance);
  }

  private static boolean hasItems(ListNode list) {
    return list.elements().stream().anyMatch(Node.class::isInstance);
  }

  private static List<Comment> comments(List<?> members) {
    List<Comment> comments = new ArrayList<>();
    for (Object member : members) {
      if (member instanceof Comment comment) {
        comments.add(comment);
      }
    }
    return comments;
  }
}
