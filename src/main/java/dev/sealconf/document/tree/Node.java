package dev.sealconf.document.tree;

import dev.sealconf.document.Span;

/** A node of the tree: a map, a list, a leaf, or an alias of one of these. */
public sealed interface Node extends Element permits MapNode, ListNode, Leaf, Alias {

  /** Returns the source bytes that the format replaces when it writes another node here. */
  Span span();

  /** Returns the target of an alias; for any other node, the node itself. */
  default Node resolved() {
    return this;
  }
}
