package dev.sealconf.document.tree;

import dev.sealconf.document.Span;

/** A place in the tree that holds something: a map, a list, a leaf, or an alias of one of these. */
public sealed interface Node extends Element permits MapNode, ListNode, Leaf, Alias {

  /** What the format replaces when it writes another node here, in bytes of the source. */
  Span span();

  /** The node that is meant: the expansion of an alias, else this. */
  default Node resolved() {
    return this;
  }
}
