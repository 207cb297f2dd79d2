package dev.sealconf.git.merge;

import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.Printable;
import dev.sealconf.operation.merge.Piece;
import dev.sealconf.operation.merge.Place;
import java.util.List;
import java.util.regex.Pattern;

/** Places as summaries name them: {@code db.password}, {@code users[0].name}. */
final class ShownPlace {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_-]+");

  private ShownPlace() {}

  static List<String> of(Piece.Conflict conflict) {
    String what = conflict.comment() ? "the comment before " : "";
    return conflict.places().stream().map(place -> what + of(place)).toList();
  }

  static String of(Place place) {
    if (place.path().depth() == 0) {
      return place.document() == 0 ? "the whole file" : place.toString();
    }
    StringBuilder out = new StringBuilder();
    for (TreePath.Step step : place.path().steps()) {
      if (step instanceof TreePath.Index index) {
        out.append('[').append(index.position()).append(']');
      } else if (step instanceof TreePath.Key key && WORD.matcher(key.name()).matches()) {
        out.append(out.isEmpty() ? "" : ".").append(Printable.plain(key.name()));
      } else if (step instanceof TreePath.Key key) {
        out.append("[\"").append(Printable.plain(key.name())).append("\"]");
      }
    }
    return place.document() == 0 ? out.toString() : out + " in document " + (place.document() + 1);
  }
}
