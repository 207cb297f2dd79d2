package dev.sealconf.document.tree;

import dev.sealconf.document.Layout;
import dev.sealconf.document.Span;

/**
 * One scalar. {@code span} covers all that a replacement of the scalar replaces: quotes, block
 * header, core tags.
 */
public record Leaf(Scalar value, Span span, Layout layout) implements Node {

  /** A leaf that was never read from a file. */
  public static Leaf of(Scalar value) {
    return new Leaf(value, Span.NONE, Layout.NONE);
  }

  /** A string that is in no file yet. */
  public static Leaf of(String text) {
    return of(new Scalar.Text(text));
  }
}
