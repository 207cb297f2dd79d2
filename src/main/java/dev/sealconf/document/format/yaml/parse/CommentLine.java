package dev.sealconf.document.format.yaml.parse;

/**
 * One comment line of the source: the text after its {@code #} and the position of that text.
 * {@link #BLANK} stands for an empty line between comment lines.
 */
public final class CommentLine {
  public static final CommentLine BLANK = new CommentLine("", -1, -1);

  public final String text;
  public final int start;
  public final int end;

  /** Whether it already has a place in the tree. */
  public boolean placed;

  CommentLine(String text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
  }
}
