package dev.sealconf.document.tree;

import dev.sealconf.document.Layout;
import dev.sealconf.document.Span;

/**
 * One comment: its text without the introducing {@code #} or {@code ;}, where SOPS puts it in the
 * tree ({@code docs/format.md §4.1}). {@code span} covers what a replacement of the text replaces.
 *
 * @param inline whether it is behind a value on the value's line
 */
public record Comment(String text, Span span, Layout layout, boolean inline)
    implements Member, Element {

  /** A comment that was never read from a file. */
  public static Comment of(String text) {
    return new Comment(text, Span.NONE, Layout.NONE, false);
  }
}
