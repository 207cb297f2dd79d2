package dev.sealconf.document.tree;

import dev.sealconf.document.Layout;
import dev.sealconf.document.Span;

/**
 * One scalar. {@code span} covers everything that a new scalar replaces: quotes, block header, core
 * tags.
 */
public record Leaf(Scalar value, Span span, Layout layout) implements Node {

  /** Creates a leaf that was not read from a file. */
  public static Leaf of(Scalar value) {
    return new Leaf(value, Span.NONE, Layout.NONE);
  }

  /** Creates a string that was not read from a file. */
  public static Leaf of(String text) {
    return of(new Scalar.Text(text));
  }
}
