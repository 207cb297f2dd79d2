package dev.sealconf.document.format.json;

import dev.sealconf.document.Document;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.MapNode;
import java.util.List;

/**
 * The layout of a JSON text.
 *
 * @param newline the line ending; empty if objects and arrays are on one line
 * @param unit the indentation of one level
 * @param colon the text between key and value
 * @param comma the text between two members, without the line ending
 * @param cautious whether to escape {@code <}, {@code >}, {@code &} and the separators U+2028 and
 *     U+2029, as Go does when it prints a whole file
 */
public record JsonStyle(String newline, String unit, String colon, String comma, boolean cautious) {

  /** One value within a file. Escapes only what must be escaped. */
  static final JsonStyle PLAIN = new JsonStyle("", "", ": ", ", ", false);

  /** One value as Go's {@code json.Marshal} writes it. */
  public static final JsonStyle COMPACT = new JsonStyle("", "", ":", ",", true);

  /** Returns the style of a whole file that SOPS prints: tabs, or this many spaces. */
  static JsonStyle of(Indent indent) {
    String unit = indent.width() < 0 ? "\t" : " ".repeat(indent.width());
    return new JsonStyle("\n", unit, ": ", ",", true);
  }

  /** Returns the style of the root's members. */
  static JsonStyle of(Document document) {
    MapNode root = document.branches().get(0);
    List<Entry> entries = allEntries(document);
    if (entries.isEmpty()) {
      return PLAIN;
    }
    SourceText source = document.source();
    Entry first = entries.get(0);
    Entry last = entries.get(entries.size() - 1);
    String colon = colon(source, first);
    for (Entry entry : List.of(last, first)) {
      String gap = gapBefore(source, entry.keySpan().start(), root.span().start());
      if (gap.indexOf('\n') >= 0) {
        return new JsonStyle(newline(gap), indentation(gap), colon, ",", false);
      }
    }
    boolean tight = !colon.endsWith(" ") || (entries.size() > 1 && tightBefore(source, last));
    return new JsonStyle("", "", colon, tight ? "," : ", ", false);
  }

  /** Returns whether maps and lists are on one line. */
  boolean oneLine() {
    return newline.isEmpty();
  }

  /** Returns this style without line endings. */
  JsonStyle onOneLine() {
    boolean tight = oneLine() ? comma.equals(",") : !colon.endsWith(" ");
    return new JsonStyle("", "", colon, tight ? "," : ", ", cautious);
  }

  private static List<Entry> allEntries(Document document) {
    return ((JsonRoot) document.branches().get(0).layout()).entries();
  }

  private static String colon(SourceText source, Entry entry) {
    String text = source.text(new Span(entry.keySpan().end(), entry.value().span().start()));
    return text.indexOf('\n') < 0 ? text : ": ";
  }

  private static boolean tightBefore(SourceText source, Entry entry) {
    return !JsonLexer.isSpace(source.bytes()[entry.keySpan().start() - 1]);
  }

  /** Returns the white space before an offset, but not before {@code floor}. */
  static String gapBefore(SourceText source, int offset, int floor) {
    int start = offset;
    while (start > floor && JsonLexer.isSpace(source.bytes()[start - 1])) {
      start--;
    }
    return source.text(new Span(start, offset));
  }

  /** Returns the line ending within a gap that has one. */
  static String newline(String gap) {
    int end = gap.lastIndexOf('\n');
    return end > 0 && gap.charAt(end - 1) == '\r' ? "\r\n" : "\n";
  }

  /** Returns what follows the last line ending of a gap. */
  static String indentation(String gap) {
    return gap.substring(gap.lastIndexOf('\n') + 1);
  }
}
