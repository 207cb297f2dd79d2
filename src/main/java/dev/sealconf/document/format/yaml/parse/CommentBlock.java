package dev.sealconf.document.format.yaml.parse;

import java.util.List;

/**
 * Comment lines that belong together, and the token they wait for. They are handed out when the
 * parser looks at a token at {@code due} or later.
 */
final class CommentBlock {
  enum Place {
    HEAD,
    LINE,
    FOOT
  }

  final Place place;
  final List<CommentLine> lines;

  /** The byte offset of the token that the lines belong to. */
  final int due;

  /** The position of the first {@code #}: byte offset, and column from 1 (0 for a line comment). */
  final int start;

  final int column;

  /** Where the search for comments started, and where the comments ended. */
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
