package dev.sealconf.operation.merge;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.SealconfException;
import dev.sealconf.operation.merge.Versions.Side;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Three versions of a plain file merged by key: each entry, item and comment comes from the side
 * that changed it. Where both sides changed one, it is a conflict of whole lines.
 *
 * @param pieces the merged text
 * @param merged how many values only one side changed
 */
public record KeyMerge(List<Piece> pieces, int merged) {

  /**
   * Merges them. Before it returns, it has read the result of each side's choice again, and the
   * values are those of a merge of the trees.
   *
   * @param files all of one format; a file that was not there has no branches
   */
  public static KeyMerge of(Versions<Document> files, ItemIdentity identity) {
    if (files.ours().format().encryptsWhole()) {
      return ofWhole(files);
    }
    Versions<List<MapNode>> trees = files.map(Document::branches);
    TreeMerge values = TreeMerge.of(trees, identity, Set.of(), Side.OURS);
    for (boolean dividesBrackets : new boolean[] {true, false}) {
      BlockMerge merge = new BlockMerge(identity);
      List<Piece> pieces = merge.merge(files.map(file -> Outline.of(file, dividesBrackets)));
      KeyMerge made = new KeyMerge(pieces, values.merged());
      if (made.needsSplices(values)) {
        Optional<KeyMerge> spliced = spliced(files, values);
        if (spliced.isPresent()) {
          return spliced.get();
        }
      }
      if (made.holds(files.ours(), trees, identity, merge.whole())) {
        return made;
      }
    }
    return spliced(files, values).orElseGet(() -> ofWhole(files));
  }

  /** Returns whether the lines of the text can't be merged, but its values can. */
  private boolean needsSplices(TreeMerge values) {
    return values.conflicts().isEmpty() && conflicts().stream().anyMatch(one -> !one.comment());
  }

  private boolean holds(
      Document like, Versions<List<MapNode>> trees, ItemIdentity identity, Set<Place> whole) {
    for (Side side : Side.values()) {
      List<MapNode> expected = TreeMerge.of(trees, identity, whole, side).branches();
      if (!reads(like, resolved(side), expected)) {
        return false;
      }
    }
    return true;
  }

  private static boolean reads(Document like, byte[] text, List<MapNode> expected) {
    try {
      Document read = like.format().read(new SourceText(like.source().name(), text));
      boolean same = read.duplicate().isEmpty() && read.branches().size() == expected.size();
      for (int i = 0; same && i < expected.size(); i++) {
        same = Children.same(read.branches().get(i), expected.get(i));
      }
      return same;
    } catch (SealconfException e) {
      return false;
    }
  }

  /** Returns the changes of one side, made in the text of the other one. */
  private static Optional<KeyMerge> spliced(Versions<Document> files, TreeMerge values) {
    ThreeWayMerge merge =
        ThreeWayMerge.of(
            files.base().branches(), files.ours().branches(), files.theirs().branches());
    boolean possible = values.conflicts().isEmpty() && merge.conflicts().isEmpty();
    return (possible
            ? MergedText.of(files.base(), files.ours(), files.theirs(), merge)
            : Optional.<byte[]>empty())
        .filter(text -> reads(files.ours(), text, values.branches()))
        .map(text -> new KeyMerge(List.of(new Piece.Text(chars(text))), values.merged()));
  }

  /** Returns one conflict, unless one side changed nothing. */
  private static KeyMerge ofWhole(Versions<Document> files) {
    Versions<String> texts = files.map(file -> chars(file.source().bytes()));
    Piece piece =
        TextChoice.of(Optional.of(texts.base()), texts.ours(), texts.theirs())
            .<Piece>map(Piece.Text::new)
            .orElseGet(
                () -> new Piece.Conflict(List.of(new Place(0, TreePath.ROOT)), false, texts));
    return new KeyMerge(List.of(piece), piece instanceof Piece.Text ? 1 : 0);
  }

  private static String chars(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Returns what a person has to choose. */
  public List<Piece.Conflict> conflicts() {
    return pieces.stream()
        .filter(Piece.Conflict.class::isInstance)
        .map(Piece.Conflict.class::cast)
        .toList();
  }

  /** Returns the text in which one side wins every conflict. */
  public byte[] resolved(Side side) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      text.append(
          piece instanceof Piece.Conflict conflict
              ? conflict.lines().of(side)
              : ((Piece.Text) piece).text());
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Returns the same merge without conflicts: this side wins them. */
  public KeyMerge wonBy(Side side) {
    String text = new String(resolved(side), StandardCharsets.ISO_8859_1);
    return new KeyMerge(List.of(new Piece.Text(text)), merged);
  }

  /** Returns the text with conflict markers around each conflict. */
  public byte[] marked(ConflictMarkers markers) {
    return markers.around(pieces).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Returns whether a format has lines that markers can be put between. */
  public static boolean canBeMarked(DocumentFormat format) {
    return !format.encryptsWhole();
  }
}
