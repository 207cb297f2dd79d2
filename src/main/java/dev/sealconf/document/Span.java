package dev.sealconf.document;

/**
 * A half-open range of bytes in a {@link SourceText}: {@code start} inclusive, {@code end}
 * exclusive.
 */
public record Span(int start, int end) {

  /**
   * The span of something that was not read from a file, such as a value given on the command line.
   */
  public static final Span NONE = new Span(-1, -1);

  /** Returns the number of bytes. */
  public int length() {
    return end - start;
  }

  // Written out: a record's generated methods add tens of milliseconds to the program's start.
  @Override
  public boolean equals(Object other) {
    return other instanceof Span span && start == span.start && end == span.end;
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }
}
