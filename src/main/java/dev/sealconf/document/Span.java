package dev.sealconf.document;

/**
 * A half-open range of bytes in a {@link SourceText}: {@code start} inclusive, {@code end}
 * exclusive.
 */
public record Span(int start, int end) {

  /** The span of what was never read from a file, such as a value given on the command line. */
  public static final Span NONE = new Span(-1, -1);

  /** The number of bytes. */
  public int length() {
    return end - start;
  }

  // Spelled out: what a record does by itself costs the start of the program tens of milliseconds.
  @Override
  public boolean equals(Object other) {
    return other instanceof Span span && start == span.start && end == span.end;
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }
}
