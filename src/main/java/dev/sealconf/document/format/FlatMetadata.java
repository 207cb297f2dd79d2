package dev.sealconf.document.format;

import dev.sealconf.document.Document;
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
 * Metadata that a file stores as lines with flat names; also the layout of its tree.
 *
 * @param start the start of its first line, or where that line would be
 */
public record FlatMetadata(List<Line> lines, int start) implements Layout {

  /**
   * One field.
   *
   * @param name the flat name
   * @param value the leaf, with its text unescaped
   * @param whole the line with its line ending
   */
  public record Line(String name, Leaf value, Span whole) {}

  /** How a format writes a field. */
  public interface Writer {
    /** Returns the text in place of the value. */
    String value(String text);

    /** Returns the line without its line ending. */
    String line(String name, String text);

    /** Returns the line ending. */
    String newline();
  }

  /**
   * Returns the nested tree of the lines.
   *
   * @throws SealconfException with the location of the first line if the names contradict each
   *     other
   */
  public MapNode tree(SourceText source) {
    List<Entry> flat = lines.stream().map(l -> Entry.of(l.name(), l.value())).toList();
    try {
      return new MapNode(FlatNames.unflatten(flat).members(), new Span(start, end()), this);
    } catch (SealconfException broken) {
      throw broken.at(source.locate(start));
    }
  }

  /** Returns the offset after the last line. */
  public int end() {
    return lines.isEmpty() ? start : lines.get(lines.size() - 1).whole().end();
  }

  /** Returns the splices after which the lines contain exactly {@code wanted}. */
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

  /** Returns the text of a flat field. */
  public static String text(Entry field) {
    return FlatNames.text(((Leaf) field.value()).value());
  }

  /** Returns the splices that remove all metadata lines of a document, if it has any. */
  public static List<Splice> removed(Document document) {
    return document.metadata().stream()
        .flatMap(tree -> ((FlatMetadata) tree.layout()).lines().stream())
        .map(line -> Splice.remove(line.whole().start(), line.whole().end()))
        .toList();
  }
}
