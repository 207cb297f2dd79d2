package dev.sealconf.document.format.ini;

import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.document.tree.TreePath.Key;
import dev.sealconf.document.tree.TreePath.Step;
import dev.sealconf.error.OutputFailure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sets or removes a key or a section of an INI file, in the surrounding layout. */
final class IniEdit {
  private final SourceText source;
  private final MapNode root;

  IniEdit(Document document) {
    this.source = document.source();
    this.root = document.branches().get(0);
  }

  /** Returns the line ending of the file: that of its first line. */
  static String newline(SourceText source) {
    int end = IniValue.lineEnd(source.bytes(), 0);
    return end > 1 && source.bytes()[end - 1] == '\n' && source.bytes()[end - 2] == '\r'
        ? "\r\n"
        : "\n";
  }

  List<Splice> set(TreePath path, Node value) {
    List<String> names = names(path);
    Node nested = names.size() == 1 ? value : leafOf(names.get(1), value);
    Optional<Entry> section = root.entry(names.get(0));
    if (names.size() == 1) {
      return setSection(names.get(0), section, nested);
    } else if (section.isEmpty()) {
      return addSection(names.get(0), MapNode.of(List.of(Entry.of(names.get(1), nested))));
    }
    Optional<Entry> old = ((MapNode) section.get().value()).entry(names.get(1));
    if (old.isEmpty()) {
      return addKey(section.get(), names.get(1), (Leaf) nested);
    }
    Leaf leaf = (Leaf) old.get().value();
    byte[] text = IniText.value(((Leaf) nested).value(), (IniQuote) leaf.layout());
    return List.of(new Splice(leaf.span(), tight(leaf) ? spaced(text) : text));
  }

  /** Returns whether an empty value directly follows a delimiter that has a space before it. */
  private boolean tight(Leaf leaf) {
    int at = leaf.span().start();
    byte[] in = source.bytes();
    return leaf.span().length() == 0 && in[at - 1] != ' ' && at > 1 && in[at - 2] == ' ';
  }

  private static byte[] spaced(byte[] text) {
    byte[] spaced = new byte[text.length + 1];
    spaced[0] = ' ';
    System.arraycopy(text, 0, spaced, 1, text.length);
    return spaced;
  }

  private static Leaf leafOf(String key, Node value) {
    return Leaf.of(IniPrinter.scalar(key, value));
  }

  private static List<String> names(TreePath path) {
    List<Step> steps = path.steps();
    if (steps.isEmpty() || steps.size() > 2 || !steps.stream().allMatch(Key.class::isInstance)) {
      throw new OutputFailure.NotRepresentable("an INI file has no path " + path)
          .hint("INI files have two levels: [\"section\"][\"key\"]");
    }
    return steps.stream().map(step -> ((Key) step).name()).toList();
  }

  private List<Splice> setSection(String name, Optional<Entry> old, Node value) {
    if (!(value.resolved() instanceof MapNode map)) {
      throw IniPrinter.notASection(name);
    } else if (old.isEmpty()) {
      return addSection(name, map);
    }
    IniSection section = IniSection.of(old.get());
    IniPrinter printer = new IniPrinter(newline(source));
    printer.body(map.members());
    return List.of(new Splice(new Span(section.body(), section.end()), printer.bytes()));
  }

  /** Adds a section after the last key, before comments that belong to nothing. */
  private List<Splice> addSection(String name, MapNode map) {
    List<Entry> sections = root.entries();
    int end = IniSection.of(sections.get(sections.size() - 1)).end();
    IniPrinter printer = new IniPrinter(newline(source));
    printer.section(Entry.of(name, map), false);
    String before = end == 0 ? "" : newline(source);
    return List.of(new Splice(new Span(end, end), onOwnLines(end, before, printer.bytes())));
  }

  /**
   * Returns the lines so that an unfinished line at {@code offset} is ended first, and the file
   * again ends without a line ending.
   */
  private byte[] onOwnLines(int offset, String before, byte[] lines) {
    boolean open =
        offset > 0 && offset == source.bytes().length && source.bytes()[offset - 1] != '\n';
    String newline = newline(source);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(((open ? newline : "") + before).getBytes(StandardCharsets.UTF_8));
    out.writeBytes(open ? Arrays.copyOf(lines, lines.length - newline.length()) : lines);
    return out.toByteArray();
  }

  private List<Splice> addKey(Entry section, String name, Leaf value) {
    int end = IniSection.of(section).end();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.writeBytes(lead((MapNode) section.value(), IniText.key(name)));
    line.writeBytes(IniText.value(value.value(), IniQuote.BARE));
    line.writeBytes(newline(source).getBytes(StandardCharsets.UTF_8));
    return List.of(new Splice(new Span(end, end), onOwnLines(end, "", line.toByteArray())));
  }

  /**
   * Returns indentation, key and delimiter of a new line, in the layout of the section's last line.
   */
  private byte[] lead(MapNode section, String key) {
    List<Entry> entries = section.entries();
    if (entries.isEmpty()) {
      return (key + " = ").getBytes(StandardCharsets.UTF_8);
    }
    Entry last = entries.get(entries.size() - 1);
    Span written = last.keySpan();
    int line = written.start();
    while (line > 0 && source.bytes()[line - 1] != '\n') {
      line--;
    }
    String indent = source.text(new Span(line, written.start())).replace("\uFEFF", "");
    String between = source.text(new Span(written.end(), last.value().span().start()));
    String delimiter = between.stripLeading();
    int gap = between.length() - delimiter.length();
    delimiter = gap > 0 && tight((Leaf) last.value()) ? delimiter + " " : delimiter;
    boolean padded = aligned(entries, written.length() + gap);
    String spaces = padded ? "" : between.substring(0, gap);
    String lead = padded ? IniPrinter.padded(key, written.length() + gap - 1) + " " : key + spaces;
    return (indent + lead + delimiter).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns whether the delimiters of keys with different lengths are all in this column. */
  private boolean aligned(List<Entry> entries, int column) {
    boolean different = false;
    for (Entry entry : entries) {
      Span key = entry.keySpan();
      int gap = key.end();
      while (source.bytes()[gap] == ' ' || source.bytes()[gap] == '\t') {
        gap++;
      }
      if (gap - key.start() != column) {
        return false;
      }
      different |= key.length() != entries.get(0).keySpan().length();
    }
    return different && column > 0;
  }

  /** Removes a key or a section, with its comments. */
  List<Splice> unset(TreePath path) {
    List<String> names = names(path);
    Entry entry = root.entry(names.get(0)).orElseThrow();
    IniSection section = IniSection.of(entry);
    if (names.size() == 1) {
      return List.of(Splice.remove(section.start(), section.end()));
    }
    List<String> keys = ((MapNode) entry.value()).entries().stream().map(Entry::key).toList();
    IniSection.Line line = section.lines().get(keys.indexOf(names.get(1)));
    return List.of(removal(line));
  }

  /**
   * Returns the splice that removes lines. If the last line has no line ending, removes the one
   * before it.
   */
  private Splice removal(IniSection.Line line) {
    byte[] in = source.bytes();
    boolean open = line.end() == in.length && in[line.end() - 1] != '\n' && line.start() > 0;
    if (!open) {
      return Splice.remove(line.start(), line.end());
    }
    int start = line.start() - 1;
    return Splice.remove(start > 0 && in[start - 1] == '\r' ? start - 1 : start, line.end());
  }
}
