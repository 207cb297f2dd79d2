package dev.sealconf.evidence;

import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.envelope.token.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file says: its places with their values, numbers by what they are and not by how they are
 * written.
 */
final class ReadTree {
  private final List<List<String>> places = new ArrayList<>();
  private final List<List<String>> paths = new ArrayList<>();
  private final StringBuilder values = new StringBuilder();

  private ReadTree() {}

  static ReadTree of(byte[] file, Sample like) {
    Document document = like.documentFormat().read(new SourceText("", file));
    ReadTree tree = new ReadTree();
    for (int i = 0; i < document.branches().size(); i++) {
      tree.add(document.branches().get(i), List.of("document " + i));
    }
    return tree;
  }

  /** Every place with its value, in order. */
  List<List<String>> places() {
    return places;
  }

  /** Every place, in order. */
  List<List<String>> paths() {
    return paths;
  }

  /** All values, one behind the other: what a MAC sees of them. */
  String values() {
    return values.toString();
  }

  private void add(Node node, List<String> path) {
    Node meant = node.resolved();
    if (meant instanceof MapNode map) {
      note(path, "map", "");
      for (Entry entry : map.entries()) {
        if (!isUnwritten(entry)) {
          add(entry.value(), then(path, "key " + entry.key()));
        }
      }
    } else if (meant instanceof ListNode list) {
      note(path, "list", "");
      for (int i = 0; i < list.items().size(); i++) {
        add(list.items().get(i), then(path, "item " + i));
      }
    } else if (meant instanceof Leaf leaf) {
      note(path, "value", text(leaf.value()));
    }
  }

  /** The section {@code DEFAULT} that an INI file begins with, if it has none. */
  private static boolean isUnwritten(Entry entry) {
    return entry.keySpan().equals(Span.NONE)
        && entry.value() instanceof MapNode map
        && map.entries().isEmpty();
  }

  private void note(List<String> path, String kind, String value) {
    List<String> place = then(path, kind);
    paths.add(place);
    places.add(then(place, value));
    values.append(value);
  }

  private static List<String> then(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private static String text(Scalar value) {
    if (value instanceof Scalar.Blob blob) {
      return new String(blob.value(), StandardCharsets.ISO_8859_1);
    }
    String text = new String(ValueText.bytes(value), StandardCharsets.UTF_8);
    return text.equals("-0") ? "0" : text; // the sign of a zero is that of its spelling
  }
}
