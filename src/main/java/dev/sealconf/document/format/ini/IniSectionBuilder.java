package dev.sealconf.document.format.ini;

import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.format.FlatMetadata;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.FileFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A section while it is read. */
final class IniSectionBuilder {
  private static final String METADATA = "sops";

  private final String name;
  private final Span nameSpan;
  private final int start;
  private final int header;
  private final int body;
  private int end;
  private int unnamed;
  private int current;
  private final List<List<Member>> groups = new ArrayList<>();
  private final List<IniSection.Line> lines = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();

  IniSectionBuilder(String name, Span nameSpan, int start, int header, int body) {
    this.name = name;
    this.nameSpan = nameSpan;
    this.start = start;
    this.header = header;
    this.body = body;
    this.end = body;
    groups.add(new ArrayList<>(0));
  }

  String name() {
    return name;
  }

  /** Returns the offset of its header line. */
  int header() {
    return header;
  }

  /**
   * Returns whether the section is in the file. A section {@code DEFAULT} always comes first, even
   * if the file has none.
   */
  boolean isWritten() {
    return header < body || !lines.isEmpty();
  }

  boolean isMetadata() {
    return name.equals(METADATA);
  }

  /** Returns the name of a key. A dash gets a number instead. */
  String name(String key) {
    return key.equals("-") ? "#" + ++unnamed : key;
  }

  /**
   * Adds a key, which following comments then belong to. As in SOPS, the last of several equal keys
   * counts, at the position of the first.
   *
   * @return whether the key was there before
   */
  boolean add(Entry entry, IniSection.Line line) {
    end = line.end();
    List<Member> group = new ArrayList<>(List.of(entry));
    Integer old = positions.putIfAbsent(entry.key(), lines.size());
    if (old != null) {
      groups.set(old + 1, group);
      lines.set(old, line);
      current = old + 1;
      return true;
    }
    groups.add(group);
    lines.add(line);
    current = groups.size() - 1;
    return false;
  }

  /** Adds a comment to the last key, or to the section if it has no key. */
  void add(Comment comment) {
    groups.get(current).add(comment);
  }

  Entry entry() {
    List<Member> members = groups.stream().flatMap(List::stream).toList();
    IniSection layout = new IniSection(start, header, body, end, List.copyOf(lines));
    return new Entry(name, nameSpan, new MapNode(members, new Span(body, end), layout));
  }

  /** Returns the section as metadata, without its comments. */
  MapNode metadata(SourceText source) {
    List<FlatMetadata.Line> fields = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Entry entry = (Entry) groups.get(i + 1).get(0);
      Leaf leaf = (Leaf) entry.value();
      if (!(leaf.value() instanceof Scalar.Text text)) {
        throw new FileFailure.Malformed("a metadata field is not valid UTF-8")
            .at(source.locate(leaf.span().start()));
      }
      Scalar meant = new Scalar.Text(text.value().replace("\\n", "\n"));
      IniSection.Line line = lines.get(i);
      fields.add(
          new FlatMetadata.Line(
              entry.key(),
              new Leaf(meant, leaf.span(), leaf.layout()),
              new Span(line.key(), line.end())));
    }
    return new FlatMetadata(List.copyOf(fields), body).tree(source);
  }
}
