package dev.sealconf.envelope.output;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.SealconfException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether a plain text contains what was verified: the same keys and values in the same
 * places, and nothing else ({@code docs/security.md §output}). Comments and the spelling of values
 * don't count, and neither does the type of a value if the format has no such type.
 */
public final class ReadBack {
  private final DocumentFormat format;
  private final boolean asInSops;

  private ReadBack(DocumentFormat format, boolean asInSops) {
    this.format = format;
    this.asInSops = asInSops;
  }

  /**
   * Returns whether this text, read in this format, gives these trees.
   *
   * @param verified one tree per document
   */
  public static boolean holds(DocumentFormat format, byte[] printed, List<MapNode> verified) {
    return read(format, new SourceText("", printed), verified).isPresent();
  }

  /**
   * Returns whether this text gives these trees, or trees that differ only where what SOPS prints
   * differs as well ({@link DocumentFormat#reread}).
   */
  public static boolean holdsInSops(DocumentFormat format, byte[] printed, List<MapNode> verified) {
    try {
      Document read = format.read(new SourceText("", printed));
      return read.metadata().isEmpty()
          && read.duplicate().isEmpty()
          && new ReadBack(format, true).same(verified, read.branches());
    } catch (SealconfException unreadable) {
      return false;
    }
  }

  /** Returns the text as read, if it gives these trees. */
  public static Optional<Document> read(
      DocumentFormat format, SourceText printed, List<MapNode> verified) {
    try {
      return Optional.of(format.read(printed))
          .filter(read -> read.metadata().isEmpty() && read.duplicate().isEmpty())
          .filter(read -> agrees(format, verified, read.branches()));
    } catch (SealconfException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Returns whether trees that were read from a plain text equal the verified ones.
   *
   * @param format the format of that text
   * @param verified one tree per document
   */
  public static boolean agrees(DocumentFormat format, List<MapNode> verified, List<MapNode> read) {
    return new ReadBack(format, false).same(verified, read);
  }

  private boolean same(List<MapNode> verified, List<MapNode> read) {
    boolean same = verified.size() == read.size();
    for (int i = 0; same && i < read.size(); i++) {
      same = root(verified.get(i).entries(), read.get(i).entries());
    }
    return same;
  }

  /**
   * Compares the top level. An INI file has a section {@code DEFAULT} that may be missing or empty.
   */
  private boolean root(List<Entry> verified, List<Entry> read) {
    if (!read.isEmpty() && read.get(0).keySpan().equals(Span.NONE) && isEmpty(read.get(0))) {
      boolean both =
          !verified.isEmpty()
              && verified.get(0).key().equals(read.get(0).key())
              && isEmpty(verified.get(0));
      return entries(verified.subList(both ? 1 : 0, verified.size()), read.subList(1, read.size()));
    }
    return entries(verified, read);
  }

  private static boolean isEmpty(Entry entry) {
    return entry.value() instanceof MapNode map && map.entries().isEmpty();
  }

  private boolean entries(List<Entry> wanted, List<Entry> there) {
    boolean same = wanted.size() == there.size();
    for (int i = 0; same && i < there.size(); i++) {
      same =
          wanted.get(i).key().equals(there.get(i).key())
              && node(wanted.get(i).value(), there.get(i).value());
    }
    return same;
  }

  private boolean list(ListNode verified, ListNode read) {
    List<Node> wanted = verified.items();
    List<Node> there = read.items();
    boolean same = wanted.size() == there.size();
    for (int i = 0; same && i < there.size(); i++) {
      same = node(wanted.get(i), there.get(i));
    }
    return same;
  }

  private boolean node(Node verified, Node read) {
    Node wanted = verified.resolved();
    Node there = read.resolved();
    if (wanted instanceof MapNode map) {
      return there instanceof MapNode other && entries(map.entries(), other.entries());
    } else if (wanted instanceof ListNode list) {
      return there instanceof ListNode other && list(list, other);
    }
    return wanted instanceof Leaf leaf
        && there instanceof Leaf other
        && scalar(leaf.value(), other.value());
  }

  private boolean scalar(Scalar verified, Scalar read) {
    return verified.equals(read)
        || format.printed(verified).equals(read)
        || asInSops && format.reread(verified).equals(read)
        || number(verified).flatMap(v -> number(read).map(r -> v.compareTo(r) == 0)).orElse(false);
  }

  /** Returns a finite number of any type; a float without a fraction is printed as an integer. */
  private static Optional<BigDecimal> number(Scalar value) {
    if (value instanceof Scalar.Int whole) {
      return Optional.of(BigDecimal.valueOf(whole.value()));
    }
    return value instanceof Scalar.Real real && Double.isFinite(real.value())
        ? Optional.of(new BigDecimal(real.value()))
        : Optional.empty();
  }
}
