package dev.sealconf.operation.merge;

import java.util.List;

/**
 * Writes conflicts as git does with {@code merge.conflictStyle=diff3}.
 *
 * @param size the length of a marker; git's default is 7
 * @param labels what is behind the markers
 */
public record ConflictMarkers(int size, Versions<String> labels) {

  /** Returns the text of the pieces. */
  String around(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    String end = pieces.stream().anyMatch(ConflictMarkers::hasCarriageReturn) ? "\r\n" : "\n";
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Conflict conflict) {
        append(text, conflict.lines(), end);
      } else {
        text.append(((Piece.Text) piece).text());
      }
    }
    return text.toString();
  }

  private static boolean hasCarriageReturn(Piece piece) {
    return piece instanceof Piece.Conflict conflict
        ? hasCarriageReturn(conflict.lines())
        : ((Piece.Text) piece).text().contains("\r\n");
  }

  private static boolean hasCarriageReturn(Versions<String> lines) {
    return lines.ours().contains("\r\n") || lines.theirs().contains("\r\n");
  }

  /** Returns the lines of one conflict, with markers. */
  public String around(Versions<String> lines) {
    StringBuilder text = new StringBuilder();
    append(text, lines, hasCarriageReturn(lines) ? "\r\n" : "\n");
    return text.toString();
  }

  private void append(StringBuilder text, Versions<String> lines, String end) {
    line(text, "<", " " + labels.ours(), end);
    text.append(lines.ours());
    line(text, "|", " " + labels.base(), end);
    text.append(lines.base());
    line(text, "=", "", end);
    text.append(lines.theirs());
    line(text, ">", " " + labels.theirs(), end);
  }

  private void line(StringBuilder text, String sign, String label, String end) {
    text.append(sign.repeat(size)).append(label).append(end);
  }
}
