package dev.sealconf.document.format.yaml;

/**
 * One comment line of the source: the text after its {@code #} and where that text is. {@link
 * #BLANK} means an empty line between comment lines.
 */
final class CommentLine {
  static final CommentLine BLANK = new CommentLine("", -1, -1);

  final String text;
  final int start;
  final int end;

  /** Whether it has found its place in the tree. */
  boolean placed;

  CommentLine(String text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
  }
}
