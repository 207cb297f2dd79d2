package dev.sealconf.envelope.output;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.error.Printable;
import java.util.List;
import java.util.stream.Collectors;

/** Values that SOPS prints although they read back as others. */
public final class RereadValues {
  private RereadValues() {}

  /** Returns a warning that names the keys of the flat format; safe to print. */
  public static String warning(DocumentFormat format, List<MapNode> trees) {
    return keys(format, trees)
        + ": a backslash before an n is printed as in SOPS, but programs read it as a line feed";
  }

  /** Returns words for the values, which name their keys; safe to print. */
  public static String keys(DocumentFormat format, List<MapNode> trees) {
    return trees.stream()
        .flatMap(tree -> tree.entries().stream())
        .filter(entry -> changes(format, entry))
        .map(entry -> Printable.quote(entry.key()))
        .collect(Collectors.joining(", ", "the value of ", ""));
  }

  private static boolean changes(DocumentFormat format, Entry entry) {
    return entry.value().resolved() instanceof Leaf leaf
        && !format.reread(leaf.value()).equals(leaf.value());
  }
}
