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

/** One section while it is read. */
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

  /** The offset of its header line. */
  int header() {
    return header;
  }

  /** Whether the file has it: a section {@code DEFAULT} comes first even where it has none. */
  boolean isWritten() {
    return header < body || !lines.isEmpty();
  }

  boolean isMetadata() {
    return name.equals(METADATA);
  }

  /** The name that a key goes by: a dash is numbered. */
  String name(String key) {
    return key.equals("-") ? "#" + ++unnamed : key;
  }

  /**
   * Adds a key and makes it the one that comments go to. The last of equal keys counts, at the
   * place of the first, as in SOPS.
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

  /** Adds a comment to the last key, or to the section. */
  void add(Comment comment) {
    groups.get(current).add(comment);
  }

  Entry entry() {
    List<Member> members = groups.stream().flatMap(List::stream).toList();
    IniSection layout = new IniSection(start, header, body, end, List.copyOf(lines));
    return new Entry(name, nameSpan, new MapNode(members, new Span(body, end), layout));
  }

  /** The section as metadata; its comments don't count. */
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
