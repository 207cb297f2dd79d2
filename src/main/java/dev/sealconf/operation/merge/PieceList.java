package dev.sealconf.operation.merge;

import java.util.ArrayList;
import java.util.List;

/** Collects the pieces of a merged text in order. */
final class PieceList {
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /** Begins a block: what comes next is on a new line. */
  void line() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  void text(String more) {
    text.append(more);
  }

  void conflict(List<Place> places, boolean comment, Versions<String> lines) {
    line();
    end();
    pieces.add(new Piece.Conflict(places, comment, lines.map(PieceList::wholeLines)));
  }

  private static String wholeLines(String lines) {
    return lines.isEmpty() || lines.endsWith("\n") ? lines : lines + "\n";
  }

  private void end() {
    if (!text.isEmpty()) {
      pieces.add(new Piece.Text(text.toString()));
      text.setLength(0);
    }
  }

  List<Piece> all() {
    end();
    return List.copyOf(pieces);
  }
}
