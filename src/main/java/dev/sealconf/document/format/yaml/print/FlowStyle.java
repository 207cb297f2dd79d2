package dev.sealconf.document.format.yaml.print;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Prints nodes in brackets, on one line and without comments. */
public final class FlowStyle {
  private final Function<Leaf, Optional<String>> token;
  private boolean quotes;
  private final StringBuilder out = new StringBuilder();

  private FlowStyle(Function<Leaf, Optional<String>> token) {
    this.token = token;
  }

  /** Returns a node in brackets or braces, on one line. */
  public static String text(Node node) {
    return text(node, leaf -> Optional.empty());
  }

  /**
   * Returns a node in brackets.
   *
   * @param token returns the text to write, in quotes, for a leaf; empty to write its value
   */
  public static String text(Node node, Function<Leaf, Optional<String>> token) {
    FlowStyle flow = new FlowStyle(token);
    flow.node(node);
    return flow.out.toString();
  }

  /** Returns a node in brackets with every string in double quotes, as for tokens in brackets. */
  public static String copy(Node node) {
    FlowStyle flow = new FlowStyle(leaf -> Optional.empty());
    flow.quotes = true;
    flow.node(node);
    return flow.out.toString();
  }

  /** Returns a key as it is written in braces. */
  public static String key(String key) {
    return ScalarStyles.text(key, true, true) + ": ";
  }

  private void node(Node node) {
    Node resolved = node.resolved();
    if (resolved instanceof MapNode map) {
      map(map.entries());
    } else if (resolved instanceof ListNode list) {
      list(list.items());
    } else if (resolved instanceof Leaf leaf) {
      Optional<String> held = token.apply(leaf);
      if (held.isEmpty() && quotes && leaf.value() instanceof Scalar.Text text) {
        held = Optional.of(text.value());
      }
      out.append(
          held.isPresent()
              ? ScalarStyles.doubleQuoted(held.get(), true)
              : ScalarStyles.exact(leaf.value(), true));
    }
  }

  private void map(List<Entry> entries) {
    out.append('{');
    String separator = "";
    for (Entry entry : entries) {
      out.append(separator).append(key(entry.key()));
      node(entry.value());
      separator = ", ";
    }
    out.append('}');
  }

  private void list(List<Node> items) {
    out.append('[');
    String separator = "";
    for (Node item : items) {
      out.append(separator);
      node(item);
      separator = ", ";
    }
    out.append(']');
  }
}
