package dev.sealconf.document.tree;

import dev.sealconf.document.Layout;
import dev.sealconf.document.Span;

/**
 * One comment: its text without the leading {@code #} or {@code ;}, at its place in SOPS's tree
 * ({@code docs/format.md §4.1}). {@code span} covers what a new text replaces.
 *
 * @param inline whether it follows a value on the same line
 */
public record Comment(String text, Span span, Layout layout, boolean inline)
    implements Member, Element {

  /** Creates a comment that was not read from a file. */
  public static Comment of(String text) {
    return new Comment(text, Span.NONE, Layout.NONE, false);
  }
}
