package dev.sealconf.document.format.yaml.parse;

/**
 * One comment line of the source: the text after its {@code #} and where that text is. {@link
 * #BLANK} means an empty line between comment lines.
 */
public final class CommentLine {
  public static final CommentLine BLANK = new CommentLine("", -1, -1);

  public final String text;
  public final int start;
  public final int end;

  /** Whether it has found its place in the tree. */
  public boolean placed;

  CommentLine(String text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
  }
}
