package dev.sealconf.operation.merge;

import dev.sealconf.operation.merge.Versions.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a block becomes in a merge. */
interface Part {

  /** Writes it, with a comma if another entry follows. */
  void write(PieceList to, boolean comma);

  /** The same on a line of its own. */
  default void writeOnNewLine(PieceList to, boolean comma) {
    to.line();
    write(to, comma);
  }

  /** Returns whether it isn't there if a side wins. */
  default boolean isMissingIn(Side side) {
    return false;
  }

  /** Returns whether it isn't there if one of the sides wins. */
  default boolean mayBeMissing() {
    return isMissingIn(Side.OURS) || isMissingIn(Side.THEIRS);
  }

  /** A block that a person has to choose; a version without it is empty. */
  record Conflicting(Place place, boolean withLead, Versions<Optional<Block>> versions)
      implements Part {
    @Override
    public void write(PieceList to, boolean comma) {
      to.conflict(
          List.of(place),
          false,
          versions.map(
              block -> block.map(b -> withLead ? b.text(comma) : b.own(comma)).orElse("")));
    }

    @Override
    public boolean isMissingIn(Side side) {
      return versions.of(side).isEmpty();
    }
  }

  /**
   * Returns the parts of a list of entries with commas between them, the last of which is there
   * whoever wins: or else the comma before it would be one too many. What may be missing at the end
   * is one conflict with the entry before it.
   */
  static List<Part> withSettledEnd(List<Part> parts) {
    int last = parts.size() - 1;
    while (last >= 0 && parts.get(last).mayBeMissing()) {
      last--;
    }
    if (last == parts.size() - 1) {
      return parts;
    }
    int first = Math.max(0, last);
    List<Part> settled = new ArrayList<>(parts.subList(0, first));
    settled.add(oneConflict(List.copyOf(parts.subList(first, parts.size()))));
    return settled;
  }

  private static Part oneConflict(List<Part> parts) {
    PieceList all = new PieceList();
    parts.forEach(part -> part.write(all, false));
    List<Place> places =
        all.all().stream()
            .filter(Piece.Conflict.class::isInstance)
            .flatMap(piece -> ((Piece.Conflict) piece).places().stream())
            .toList();
    return (to, comma) ->
        to.conflict(
            places,
            false,
            new Versions<>(
                lines(parts, comma, Versions::base),
                lines(parts, comma, Versions::ours),
                lines(parts, comma, Versions::theirs)));
  }

  /** Returns the lines of one version. */
  private static String lines(
      List<Part> parts, boolean comma, Function<Versions<String>, String> version) {
    List<Part> there =
        parts.stream().filter(part -> !text(part, false, version).isEmpty()).toList();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < there.size(); i++) {
      lines.append(text(there.get(i), comma || i < there.size() - 1, version));
    }
    return lines.toString();
  }

  private static String text(Part part, boolean comma, Function<Versions<String>, String> version) {
    PieceList pieces = new PieceList();
    part.write(pieces, comma);
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces.all()) {
      text.append(
          piece instanceof Piece.Conflict conflict
              ? version.apply(conflict.lines())
              : ((Piece.Text) piece).text());
    }
    return text.toString();
  }
}
