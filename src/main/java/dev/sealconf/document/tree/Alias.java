package dev.sealconf.document.tree;

import dev.sealconf.document.Layout;
import dev.sealconf.document.Span;

/**
 * A reference to an anchored node, which reads as a copy of that node. {@code span} covers the
 * reference as it is written; the spans inside {@code target} are those of the anchored node.
 */
public record Alias(Node target, Span span, Layout layout) implements Node {
  @Override
  public Node resolved() {
    return target.resolved();
  }
}
