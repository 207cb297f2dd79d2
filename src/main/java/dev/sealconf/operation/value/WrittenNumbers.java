package dev.sealconf.operation.value;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Layout;
import dev.sealconf.document.SourceText;
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
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/** Gives the numbers of a tree the text that they have in a file, so that no digit is lost. */
public final class WrittenNumbers {
  /** A number without a tag or an anchor before it. */
  private static final Pattern BARE = Pattern.compile("[-+.0-9][-+.0-9A-Za-z_]*");

  private final SourceText source;
  private final boolean asText;

  /**
   * @param source the file that contains the numbers
   * @param target the format to print the tree in; if it has only text, a number becomes its text
   */
  public WrittenNumbers(SourceText source, DocumentFormat target) {
    this.source = source;
    this.asText = !areIn(target);
  }

  /** Returns whether a format has numbers; formats with only text don't. */
  public static boolean areIn(DocumentFormat format) {
    return !(format.printed(new Scalar.Int(0)) instanceof Scalar.Text);
  }

  /** Returns whether the tree contains a number. */
  public static boolean in(Node node) {
    Node resolved = node.resolved();
    if (resolved instanceof MapNode map) {
      return map.entries().stream().anyMatch(entry -> in(entry.value()));
    } else if (resolved instanceof ListNode list) {
      return list.items().stream().anyMatch(WrittenNumbers::in);
    }
    return resolved instanceof Leaf leaf && isNumber(leaf.value());
  }

  /**
   * Returns the tree with each number as its text.
   *
   * @param written the same tree as read from the file; where it differs, nothing changes
   */
  public Node onto(Node tree, Node written) {
    Node node = tree.resolved();
    Node source = written.resolved();
    if (node instanceof MapNode map && source instanceof MapNode other) {
      return map(map, other);
    } else if (node instanceof ListNode list && source instanceof ListNode other) {
      return list(list, other);
    } else if (node instanceof Leaf leaf && source instanceof Leaf other) {
      return leaf(leaf, other);
    }
    return node;
  }

  /** Does the same as {@link #onto} for the trees of several documents. */
  public List<MapNode> onto(List<MapNode> trees, List<MapNode> written) {
    List<MapNode> numbered = new ArrayList<>(trees.size());
    for (int i = 0; i < trees.size(); i++) {
      numbered.add(i < written.size() ? map(trees.get(i), written.get(i)) : trees.get(i));
    }
    return numbered;
  }

  private MapNode map(MapNode map, MapNode written) {
    Iterator<Entry> others = written.entries().iterator();
    List<Member> members = new ArrayList<>(map.members().size());
    for (Member member : map.members()) {
      if (member instanceof Entry entry && others.hasNext()) {
        Entry other = others.next();
        boolean same = entry.key().equals(other.key());
        Node value = same ? onto(entry.value(), other.value()) : entry.value();
        members.add(new Entry(entry.key(), entry.keySpan(), value));
      } else {
        members.add(member);
      }
    }
    return new MapNode(List.copyOf(members), map.span(), map.layout());
  }

  private ListNode list(ListNode list, ListNode written) {
    Iterator<Node> others = written.items().iterator();
    List<Element> elements = new ArrayList<>(list.elements().size());
    for (Element element : list.elements()) {
      elements.add(
          element instanceof Node item && others.hasNext() ? onto(item, others.next()) : element);
    }
    return new ListNode(List.copyOf(elements), list.span(), list.layout());
  }

  private Leaf leaf(Leaf leaf, Leaf written) {
    if (!isNumber(leaf.value()) || !leaf.value().equals(written.value())) {
      return leaf;
    }
    String text = source.text(written.span());
    if (!BARE.matcher(text).matches()) {
      return leaf;
    }
    return asText
        ? new Leaf(new Scalar.Text(text), leaf.span(), Layout.NONE)
        : new Leaf(leaf.value(), leaf.span(), new WrittenNumber(text));
  }

  private static boolean isNumber(Scalar value) {
    return value instanceof Scalar.Int || value instanceof Scalar.Real;
  }
}
