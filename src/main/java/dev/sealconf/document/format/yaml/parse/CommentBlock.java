package dev.sealconf.document.format.yaml.parse;

import java.util.List;

/**
 * A run of comment lines that belong together, and the token they wait for: they are handed out
 * when a token at {@code due} or after it is looked at.
 */
final class CommentBlock {
  enum Place {
    HEAD,
    LINE,
    FOOT
  }

  final Place place;
  final List<CommentLine> lines;

  /** Byte offset of the token that the lines belong to. */
  final int due;

  /** Where the first {@code #} is: byte offset, and column from 1 (0 for a line comment). */
  final int start;

  final int column;

  /** Where the search for comments began, and where these ended. */
  final int searchedFrom;

  final int end;

  boolean handedOut;

  private CommentBlock(
      Place place, List<CommentLine> lines, int due, int start, int column, int from, int end) {
    this.place = place;
    this.lines = lines;
    this.due = due;
    this.start = start;
    this.column = column;
    this.searchedFrom = from;
    this.end = end;
  }

  static CommentBlock line(CommentLine line, int due) {
    return new CommentBlock(Place.LINE, List.of(line), due, line.start - 1, 0, 0, 0);
  }

  static CommentBlock block(
      Place place, List<CommentLine> lines, int due, int start, int column, int from, int end) {
    return new CommentBlock(place, lines, due, start, column, from, end);
  }
}
