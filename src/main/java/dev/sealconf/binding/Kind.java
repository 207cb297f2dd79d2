package dev.sealconf.binding;

import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.exec.variable.VariableText;
import java.nio.charset.StandardCharsets;

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
    return of((Leaf) resolved);
  }

  private static String of(Leaf leaf) {
    Scalar value = leaf.value();
    if (value instanceof Scalar.Text) {
      return "a string";
    } else if (value instanceof Scalar.Int) {
      return "an integer";
    } else if (value instanceof Scalar.Real) {
      return real(new String(VariableText.of(leaf), StandardCharsets.UTF_8));
    } else if (value instanceof Scalar.Bool) {
      return "a boolean";
    } else if (value instanceof Scalar.Time) {
      return "a time";
    }
    return value instanceof Scalar.Null ? "null" : "bytes";
  }

  private static String real(String text) {
    if (text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-' || c == '+')) {
      return "an integer";
    }
    return text.indexOf('.') > 0 ? "a number with a fraction" : "a number";
  }
}
