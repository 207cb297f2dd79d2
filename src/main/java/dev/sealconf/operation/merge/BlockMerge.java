package dev.sealconf.operation.merge;

import dev.sealconf.document.tree.TreePath;
import dev.sealconf.operation.merge.Versions.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Merges three texts block by block. Comments and blank lines go with the block that they are
 * before.
 */
final class BlockMerge {
  private final ItemIdentity identity;
  private final Set<Place> whole = new HashSet<>();
  private int document;

  /** Tells items of lists apart by this identity. */
  BlockMerge(ItemIdentity identity) {
    this.identity = identity;
  }

  /** Returns the merged text of the documents of three files. */
  List<Piece> merge(Versions<List<Block>> files) {
    PieceList pieces = new PieceList();
    var documents =
        Alignment.ofDocuments(files.base().size(), files.ours().size(), files.theirs().size());
    for (Alignment.Row row : documents.rows()) {
      document = ((TreePath.Index) row.step()).position();
      merge(
              TreePath.ROOT,
              Alignment.at(row.base(), files.base()::get),
              Alignment.at(row.ours(), files.ours()::get),
              Alignment.at(row.theirs(), files.theirs()::get))
          .ifPresent(part -> part.writeOnNewLine(pieces, false));
    }
    return pieces.all();
  }

  /** Places that are one conflict, however much of them could be merged. */
  Set<Place> whole() {
    return whole;
  }

  /** Returns empty if the merged text doesn't have it. */
  private Optional<Part> merge(
      TreePath path, Optional<Block> base, Optional<Block> ours, Optional<Block> theirs) {
    Optional<String> was = base.map(block -> block.text(false));
    Optional<String> one = ours.map(block -> block.text(false));
    Optional<String> other = theirs.map(block -> block.text(false));
    if (one.equals(other) || was.equals(other)) {
      return ours.map(BlockMerge::unchanged);
    }
    if (was.equals(one)) {
      return theirs.map(BlockMerge::unchanged);
    }
    if (ours.isEmpty() || theirs.isEmpty()) {
      boolean same = squeezed(was).equals(squeezed(ours.isEmpty() ? other : one));
      return same
          ? Optional.empty()
          : Optional.of(conflict(path, true, new Versions<>(base, ours, theirs)));
    }
    return Optional.of(both(path, base, ours.get(), theirs.get()));
  }

  private static Part unchanged(Block block) {
    return (to, comma) -> to.text(block.text(comma));
  }

  private static String squeezed(Optional<String> text) {
    return text.orElse("").replaceAll("\\s+", "");
  }

  private Part both(TreePath path, Optional<Block> base, Block ours, Block theirs) {
    Optional<String> lead = TextChoice.ofLines(base.map(Block::lead), ours.lead(), theirs.lead());
    Place place = new Place(document, path);
    Part own =
        children(path, base, ours, theirs)
            .or(() -> value(base, ours, theirs))
            .orElseGet(
                () ->
                    conflict(
                        path, false, new Versions<>(base, Optional.of(ours), Optional.of(theirs))));
    Versions<String> leads =
        new Versions<>(base.map(Block::lead).orElse(""), ours.lead(), theirs.lead());
    return (to, comma) -> {
      lead.ifPresentOrElse(to::text, () -> to.conflict(List.of(place), true, leads));
      own.write(to, comma);
    };
  }

  private Part conflict(TreePath path, boolean withLead, Versions<Optional<Block>> versions) {
    Place place = new Place(document, path);
    whole.add(place);
    return new Part.Conflicting(place, withLead, versions);
  }

  /** Returns empty if the blocks can't be merged child by child. */
  private Optional<Part> children(TreePath path, Optional<Block> base, Block ours, Block theirs) {
    boolean split = ours.isSplit() && theirs.isSplit() && ours.commas() == theirs.commas();
    boolean baseSplit =
        base.isEmpty() || base.get().isSplit() || Children.of(base.get().node()).isEmpty();
    Optional<Alignment> rows =
        split && baseSplit
            ? Alignment.of(base.map(Block::node), ours.node(), theirs.node(), identity)
            : Optional.empty();
    Optional<String> before =
        TextChoice.of(base.map(Block::before), ours.before(), theirs.before());
    Optional<String> value = TextChoice.of(base.map(Block::value), ours.value(), theirs.value());
    Optional<String> after = TextChoice.of(base.map(Block::after), ours.after(), theirs.after());
    if (rows.isEmpty() || before.isEmpty() || value.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    List<Part> parts = new ArrayList<>();
    for (Alignment.Row row : rows.get().rows()) {
      merge(
              path.then(row.step()),
              base.flatMap(block -> Alignment.at(row.base(), block.children()::get)),
              Alignment.at(row.ours(), ours.children()::get),
              Alignment.at(row.theirs(), theirs.children()::get))
          .ifPresent(parts::add);
    }
    List<Part> settled = ours.commas() ? Part.withSettledEnd(parts) : parts;
    // without brackets, a map that loses all of its entries isn't a map any more
    return settled.isEmpty() || !ours.commas() && mayBeEmpty(parts)
        ? Optional.empty()
        : Optional.of(
            (to, comma) -> {
              to.text(before.get());
              for (int i = 0; i < settled.size(); i++) {
                settled.get(i).writeOnNewLine(to, ours.commas() && i < settled.size() - 1);
              }
              to.text(value.get() + (comma ? "," : "") + after.get());
            });
  }

  private static boolean mayBeEmpty(List<Part> parts) {
    return Stream.of(Side.values())
        .anyMatch(side -> parts.stream().allMatch(part -> part.isMissingIn(side)));
  }

  /** Returns empty if both sides changed it, or if only parts of it may be values. */
  private static Optional<Part> value(Optional<Block> base, Block ours, Block theirs) {
    boolean split = ours.isSplit() || theirs.isSplit() || base.map(Block::isSplit).orElse(false);
    Optional<String> before =
        TextChoice.of(base.map(Block::before), ours.before(), theirs.before());
    Optional<String> after = TextChoice.of(base.map(Block::after), ours.after(), theirs.after());
    Optional<String> value =
        Children.same(ours.node().resolved(), theirs.node().resolved())
            ? TextChoice.of(base.map(Block::value), ours.value(), theirs.value())
                .or(() -> Optional.of(ours.value()))
            : TextChoice.of(base.map(Block::value), ours.value(), theirs.value());
    return split || before.isEmpty() || after.isEmpty() || value.isEmpty()
        ? Optional.empty()
        : Optional.of(
            (to, comma) -> to.text(before.get() + value.get() + (comma ? "," : "") + after.get()));
  }
}
