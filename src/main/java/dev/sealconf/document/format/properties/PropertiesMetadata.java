package dev.sealconf.document.format.properties;

import dev.sealconf.document.FlatNames;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.format.FlatMetadata;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Metadata in the lines that SOPS reads and writes in ENV files, and one line that says that the
 * file is a {@code .properties} file ({@code docs/format.md §3}). That line is not in the tree.
 */
final class PropertiesMetadata implements FlatMetadata.Writer {
  static final String PREFIX = "sops_";

  /** The line by which a sealed file is recognized. SOPS drops it when it writes the file. */
  static final String MARK = PREFIX + "sealconf_format=properties";

  private static final Entry MARK_FIELD = Entry.of("sealconf_format", Leaf.of("properties"));

  private final String newline;

  /** Ends lines like this. */
  PropertiesMetadata(String newline) {
    this.newline = newline;
  }

  /** Returns the tree of these lines without the mark; its layout has all of them. */
  static MapNode tree(List<FlatMetadata.Line> lines, SourceText source) {
    FlatMetadata all = new FlatMetadata(List.copyOf(lines), lines.get(0).whole().start());
    List<FlatMetadata.Line> fields =
        lines.stream().filter(line -> !line.name().equals(MARK_FIELD.key())).toList();
    MapNode tree = new FlatMetadata(fields, all.start()).tree(source);
    return new MapNode(tree.members(), new Span(all.start(), all.end()), all);
  }

  /** Returns the fields of a tree by flat name, with the mark among them. */
  static List<Entry> fields(MapNode tree) {
    return FlatNames.flatten(marked(tree));
  }

  /** Returns the tree with the mark at its place by name. */
  static MapNode marked(MapNode tree) {
    List<Entry> fields = new ArrayList<>(tree.entries());
    int place = 0;
    while (place < fields.size() && fields.get(place).key().compareTo(MARK_FIELD.key()) < 0) {
      place++;
    }
    fields.add(place, MARK_FIELD);
    return MapNode.of(fields);
  }

  @Override
  public String value(String text) {
    return text.replace("\n", "\\n");
  }

  @Override
  public String line(String name, String text) {
    return PREFIX + name + "=" + value(text);
  }

  @Override
  public String newline() {
    return newline;
  }
}
