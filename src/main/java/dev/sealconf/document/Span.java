package dev.sealconf.document;

/**
 * A half-open range of bytes in a {@link SourceText}: {@code start} inclusive, {@code end}
 * exclusive.
 */
public record Span(int start, int end) {

  /** The span of what was never read from a file, such as a value given on the command line. */
  public static final Span NONE = new Span(-1, -1);

  public int length() {
    return end - start;
  }
}
