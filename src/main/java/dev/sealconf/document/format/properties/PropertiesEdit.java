package dev.sealconf.document.format.properties;

import dev.sealconf.document.Document;
import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds and removes lines. */
final class PropertiesEdit {
  private static final String EQUALS = "=";

  private final Document document;
  private final byte[] in;
  private final MapNode data;

  PropertiesEdit(Document document) {
    this.document = document;
    this.in = document.source().bytes();
    this.data = document.branches().get(0);
  }

  /** Returns the splices that add a property after the last line that is not metadata. */
  List<Splice> add(String key, String value) {
    int end = endOfData();
    boolean open = end > 0 && in[end - 1] != '\n' && in[end - 1] != '\r';
    String newline = NaturalLines.ending(in);
    String line = PropertiesText.key(key) + separator() + PropertiesText.value(value, true);
    List<Splice> splices = new ArrayList<>(closed());
    splices.add(Splice.insert(end, open ? newline + line : line + newline));
    return splices;
  }

  /** Returns the delimiter of the last property that has one, with at most one blank around it. */
  private String separator() {
    List<Entry> entries = data.entries();
    for (int i = entries.size() - 1; i >= 0; i--) {
      PropertyLine line = line(entries.get(i));
      if (line.hasDelimiter()) {
        String written = line.separator();
        String delimiter = written.strip();
        return (written.startsWith(delimiter) ? "" : " ")
            + delimiter
            + (written.endsWith(delimiter) ? "" : " ");
      }
    }
    return EQUALS;
  }

  private int endOfData() {
    List<Member> members = data.members();
    if (document.metadata().isEmpty()) {
      return in.length;
    } else if (members.isEmpty()) {
      return document.metadata().get().span().start();
    }
    Member last = members.get(members.size() - 1);
    return last instanceof Entry entry
        ? line(entry).whole().end()
        : NaturalLines.next(in, ((Comment) last).span().end());
  }

  /**
   * Returns the splice that removes a backslash at the end of the file, because it would make the
   * next line a part of this one. The value stays the same.
   */
  List<Splice> closed() {
    List<Entry> entries = data.entries();
    if (entries.isEmpty()) {
      return List.of();
    }
    Entry last = entries.get(entries.size() - 1);
    PropertyLine line = line(last);
    int end = last.value().span().end();
    return line.dangling() && line.whole().end() == in.length
        ? List.of(Splice.remove(end - 1, end))
        : List.of();
  }

  /** Removes a property. If its line has no line ending, removes the one before it. */
  Splice remove(Entry entry) {
    Span whole = line(entry).whole();
    int start = whole.start();
    if (whole.end() == in.length && NaturalLines.lastIsOpen(in) && start > 0) {
      start -= start > 1 && in[start - 1] == '\n' && in[start - 2] == '\r' ? 2 : 1;
    }
    return Splice.remove(start, whole.end());
  }

  /** Returns the entry with this key. */
  Optional<Entry> entry(String key) {
    return data.entry(key);
  }

  private static PropertyLine line(Entry entry) {
    return (PropertyLine) ((Leaf) entry.value()).layout();
  }
}
