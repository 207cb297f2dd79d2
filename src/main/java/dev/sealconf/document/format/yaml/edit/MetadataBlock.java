package dev.sealconf.document.format.yaml.edit;

import dev.sealconf.document.Document;
import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import dev.sealconf.document.format.yaml.layout.DocumentLayout;
import dev.sealconf.document.format.yaml.layout.YamlLayout;
import dev.sealconf.document.format.yaml.layout.YamlReader;
import dev.sealconf.document.format.yaml.print.Emitter;
import dev.sealconf.document.format.yaml.print.FlowStyle;
import dev.sealconf.document.format.yaml.print.ScalarText;
import dev.sealconf.document.format.yaml.source.Lines;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Adds the metadata block to a file, changes it, and removes it. */
public final class MetadataBlock {
  private static final int STEP = 4;

  private final Document document;
  private final Lines lines;

  private MetadataBlock(Document document) {
    this.document = document;
    this.lines = new Lines(document.source().bytes());
  }

  /** Returns the splices after which {@code metadata} is the first document's block. */
  public static List<Splice> with(Document document, MapNode metadata) {
    MetadataBlock block = new MetadataBlock(document);
    if (document.metadata().isPresent()) {
      return block.change(document.metadata().get(), metadata);
    }
    return begin(document, MapNode.of(List.of(Entry.of(YamlReader.METADATA, metadata))));
  }

  /** Returns the splices that add entries at the end of the first document. */
  static List<Splice> begin(Document document, MapNode entries) {
    return new MetadataBlock(document).append(entries);
  }

  /** Returns the splices after which no document has a block. */
  public static List<Splice> without(Document document) {
    MetadataBlock block = new MetadataBlock(document);
    List<Splice> splices = new ArrayList<>();
    for (MapNode root : document.branches()) {
      if (((DocumentLayout) root.layout()).sops() != null) {
        splices.addAll(block.remove(root));
      }
    }
    return splices;
  }

  private List<Splice> append(MapNode entries) {
    MapNode root = document.branches().get(0);
    DocumentLayout layout = (DocumentLayout) root.layout();
    YamlLayout own = layout.root();
    if (own.flow && !standsAlone(root)) {
      return List.of(appendInBrackets(root, entries));
    }
    if (!layout.written()) {
      return List.of(Splice.insert(layout.end(), block(entries, 0, layout.end())));
    }
    if (own.flow || own.style != YamlLayout.Style.NODE || !isMap(root)) {
      String text = block(entries, 0, root.span().start());
      return List.of(Splice.of(root.span(), text.substring(0, text.length() - lines.eol.length())));
    }
    List<Splice> splices = new ArrayList<>();
    if (!lines.breakBefore(layout.end()).isEmpty()) {
      BlockScalarEnd.closing(root, document.source()).ifPresent(splices::add);
    }
    splices.add(Splice.insert(layout.end(), block(entries, own.indent, layout.end())));
    return splices;
  }

  /**
   * Returns whether the document is an empty pair of brackets on its own line, which a block
   * replaces.
   */
  private boolean standsAlone(MapNode root) {
    int start = root.span().start();
    return root.span().length() == 2
        && root.members().isEmpty()
        && lines.start(start) == start
        && lines.isBlank(root.span().end());
  }

  /** Returns whether a written root is a map rather than the word for null. */
  private static boolean isMap(MapNode root) {
    return ((DocumentLayout) root.layout()).map();
  }

  private String block(MapNode entries, int indent, int at) {
    Emitter out = new Emitter(STEP, true);
    out.map(entries, indent, false);
    return lines.breakBefore(at) + lines.local(out.toString());
  }

  private static Splice appendInBrackets(MapNode root, MapNode entries) {
    List<Entry> there = root.entries();
    Entry entry = entries.entries().get(0);
    String text = FlowStyle.key(entry.key()) + FlowStyle.text(entry.value());
    return there.isEmpty()
        ? Splice.insert(root.span().end() - 1, text)
        : Splice.insert(NodeEdits.end(there.get(there.size() - 1)), ", " + text);
  }

  private List<Splice> remove(MapNode root) {
    DocumentLayout layout = (DocumentLayout) root.layout();
    Span extent = layout.sops();
    if (layout.root().flow) {
      return aroundComments(root, bracketed(root, extent), "", " ");
    }
    int start = lines.start(extent.start());
    int end = lines.next(extent.end());
    boolean nothingLeft = root.entries().isEmpty() && layout.start() == layout.marker();
    return aroundComments(root, new Span(start, end), nothingLeft ? "{}" + lines.eol : "", "");
  }

  /**
   * Replaces a range with {@code instead}, but keeps its comments. They belong to the document:
   * SOPS puts one on the line of the block's key.
   */
  private List<Splice> aroundComments(MapNode root, Span range, String instead, String before) {
    List<Splice> splices = new ArrayList<>();
    int from = range.start();
    String text = instead + before;
    for (Comment comment : WrittenNodes.of(root).comments()) {
      int hash = comment.span().start() - 1;
      if (range.start() <= hash && comment.span().end() <= range.end()) {
        splices.add(Splice.of(new Span(from, hash), text));
        from = comment.span().end();
        text = lines.eol;
      }
    }
    splices.add(Splice.of(new Span(from, range.end()), splices.isEmpty() ? instead : text));
    return splices;
  }

  private static Span bracketed(MapNode root, Span extent) {
    int before = -1;
    int after = -1;
    for (Entry entry : root.entries()) {
      if (entry.keySpan().start() < extent.start()) {
        before = NodeEdits.end(entry);
      } else if (after < 0) {
        after = entry.keySpan().start();
      }
    }
    if (before >= 0) {
      return new Span(before, extent.end());
    }
    return new Span(extent.start(), after >= 0 ? after : extent.end());
  }

  private List<Splice> change(MapNode old, MapNode fresh) {
    List<Splice> splices = new ArrayList<>();
    if (YamlLayout.of(old).flow) {
      if (!same(old, fresh, splices)) {
        return List.of(Splice.of(old.span(), FlowStyle.text(fresh)));
      }
      return splices;
    }
    for (Entry entry : old.entries()) {
      if (fresh.entry(entry.key()).isEmpty()) {
        splices.add(Splice.remove(lines.start(entry.keySpan().start()), lineEnd(entry)));
      }
    }
    for (Entry entry : fresh.entries()) {
      Entry there = old.entry(entry.key()).orElse(null);
      if (there == null) {
        splices.add(insert(old, entry, fresh));
      } else {
        update(old, there, entry, splices);
      }
    }
    return splices;
  }

  private int lineEnd(Entry entry) {
    return lines.next(NodeEdits.end(entry));
  }

  private void update(MapNode old, Entry there, Entry fresh, List<Splice> splices) {
    List<Splice> leaves = new ArrayList<>();
    if (same(there.value(), fresh.value(), leaves)) {
      splices.addAll(leaves);
    } else {
      Span whole = new Span(lines.start(there.keySpan().start()), lineEnd(there));
      splices.add(Splice.of(whole, line(old, fresh)));
    }
  }

  /** Inserts an entry before the first remaining entry that sorts after it. */
  private Splice insert(MapNode old, Entry added, MapNode fresh) {
    int at = -1;
    for (Entry entry : old.entries()) {
      boolean after = entry.key().compareTo(added.key()) > 0;
      if (after && fresh.entry(entry.key()).isPresent()) {
        return Splice.insert(lines.start(entry.keySpan().start()), line(old, added));
      }
      at = lineEnd(entry);
    }
    return Splice.insert(at, lines.breakBefore(at) + line(old, added));
  }

  private String line(MapNode old, Entry entry) {
    Emitter out = new Emitter(STEP, true);
    out.map(MapNode.of(List.of(entry)), YamlLayout.of(old).indent, false);
    return lines.local(out.toString());
  }

  /**
   * Returns whether both have the same shape. If so, {@code splices} changes the leaves that
   * differ.
   */
  private static boolean same(Node old, Node fresh, List<Splice> splices) {
    Node there = old.resolved();
    if (there instanceof Leaf leaf && fresh instanceof Leaf wanted) {
      if (!leaf.value().equals(wanted.value())) {
        if (YamlLayout.of(leaf).style == YamlLayout.Style.BLOCK_BODY) {
          return false;
        }
        splices.add(Splice.of(leaf.span(), ScalarText.valueText(leaf, wanted.value())));
      }
      return old == there && !(leaf.value() instanceof Scalar.Null);
    }
    if (there instanceof MapNode map && fresh instanceof MapNode wanted) {
      List<Entry> entries = map.entries();
      if (entries.size() != wanted.entries().size()) {
        return false;
      }
      for (Entry entry : entries) {
        Entry match = wanted.entry(entry.key()).orElse(null);
        if (match == null || !same(entry.value(), match.value(), splices)) {
          return false;
        }
      }
      return old == there;
    }
    if (there instanceof ListNode list && fresh instanceof ListNode wanted) {
      List<Node> items = list.items();
      List<Node> wantedItems = wanted.items();
      boolean alike = old == there && items.size() == wantedItems.size();
      for (int i = 0; alike && i < items.size(); i++) {
        alike = same(items.get(i), wantedItems.get(i), splices);
      }
      return alike;
    }
    return false;
  }
}
