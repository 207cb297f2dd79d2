package dev.sealconf.operation.merge;

import java.util.List;

/**
 * Writes conflicts as git does with {@code merge.conflictStyle=diff3}.
 *
 * @param size the length of a marker; git's default is 7
 * @param labels what is behind the markers
 */
public record ConflictMarkers(int size, Versions<String> labels) {

  /** The text of the pieces. */
  String around(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    String end = pieces.toString().contains("\r\n") ? "\r\n" : "\n";
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Conflict conflict) {
        Versions<String> lines = conflict.lines();
        line(text, "<", " " + labels.ours(), end);
        text.append(lines.ours());
        line(text, "|", " " + labels.base(), end);
        text.append(lines.base());
        line(text, "=", "", end);
        text.append(lines.theirs());
        line(text, ">", " " + labels.theirs(), end);
      } else {
        text.append(((Piece.Text) piece).text());
      }
    }
    return text.toString();
  }

  private void line(StringBuilder text, String sign, String label, String end) {
    text.append(sign.repeat(size)).append(label).append(end);
  }
}
