package dev.sealconf.document.format;

import dev.sealconf.document.FlatNames;
import dev.sealconf.document.Layout;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.error.SealconfException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Metadata that is in a file as lines of flat names; also the layout of its tree.
 *
 * @param start where its first line is or would be
 */
public record FlatMetadata(List<Line> lines, int start) implements Layout {

  /**
   * One field.
   *
   * @param name the flat name
   * @param value the leaf with its text as it is meant
   * @param whole the line with its line end
   */
  public record Line(String name, Leaf value, Span whole) {}

  /** How a format writes a field. */
  public interface Writer {
    /** What is in the place of the value. */
    String value(String text);

    /** The line without its line end. */
    String line(String name, String text);

    /** What ends a line. */
    String newline();
  }

  /**
   * The nested tree of the lines.
   *
   * @throws SealconfException at the first line if the names contradict each other
   */
  public MapNode tree(SourceText source) {
    List<Entry> flat = lines.stream().map(l -> Entry.of(l.name(), l.value())).toList();
    try {
      return new MapNode(FlatNames.unflatten(flat).members(), new Span(start, end()), this);
    } catch (SealconfException broken) {
      throw broken.at(source.locate(start));
    }
  }

  /** The offset behind the last line. */
  public int end() {
    return lines.isEmpty() ? start : lines.get(lines.size() - 1).whole().end();
  }

  /** The splices after which the lines say what {@code wanted} says. */
  public List<Splice> change(SourceText source, MapNode wanted, Writer writer) {
    Map<String, String> texts = new HashMap<>();
    List<Entry> fields = FlatNames.flatten(wanted);
    fields.forEach(field -> texts.put(field.key(), text(field)));
    List<Splice> splices = new ArrayList<>(additions(source, fields, writer));
    for (Line line : lines) {
      String text = texts.get(line.name());
      if (text == null) {
        splices.add(Splice.remove(line.whole().start(), line.whole().end()));
      } else if (!text.equals(FlatNames.text(line.value().value()))) {
        splices.add(Splice.of(line.value().span(), writer.value(text)));
      }
    }
    return splices;
  }

  private List<Splice> additions(SourceText source, List<Entry> fields, Writer writer) {
    Map<String, Line> old = new HashMap<>();
    lines.forEach(line -> old.put(line.name(), line));
    List<Splice> splices = new ArrayList<>();
    int place = start;
    for (Entry field : fields) {
      Line same = old.get(field.key());
      if (same != null) {
        place = same.whole().end();
        continue;
      }
      String line = writer.line(field.key(), text(field));
      boolean open = place > 0 && source.bytes()[place - 1] != '\n';
      String text = open ? writer.newline() + line : line + writer.newline();
      splices.add(Splice.insert(place, text));
    }
    return splices;
  }

  /** The text of a flat field. */
  public static String text(Entry field) {
    return FlatNames.text(((Leaf) field.value()).value());
  }
}
