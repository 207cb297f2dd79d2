package dev.sealconf.binding;

import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;

/** Names the kind of a value for messages, which must not contain the value. */
final class Kind {
  private Kind() {}

  /** Returns words such as {@code a map} or {@code a text}. */
  static String of(Node node) {
    Node resolved = node.resolved();
    if (resolved instanceof MapNode) {
      return "a map";
    } else if (resolved instanceof ListNode) {
      return "a list";
    }
    return of(((Leaf) resolved).value());
  }

  private static String of(Scalar value) {
    if (value instanceof Scalar.Text) {
      return "a string";
    } else if (value instanceof Scalar.Int) {
      return "an integer";
    } else if (value instanceof Scalar.Real) {
      return "a number with a fraction";
    } else if (value instanceof Scalar.Bool) {
      return "a boolean";
    } else if (value instanceof Scalar.Time) {
      return "a time";
    }
    return value instanceof Scalar.Null ? "null" : "bytes";
  }
}
