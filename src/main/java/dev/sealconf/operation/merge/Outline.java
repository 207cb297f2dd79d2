package dev.sealconf.operation.merge;

import dev.sealconf.document.Document;
import dev.sealconf.document.Span;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Divides a text into the blocks of its documents, and those into the blocks of what they hold. */
final class Outline {
  private final String text;
  private final boolean hasBrackets;
  private final boolean dividesBrackets;

  /** A block, and where the next one begins. */
  private record Cut(Block block, int end) {}

  /** The blocks below a node, and where they end. */
  private record Cuts(List<Block> blocks, int end) {}

  private Outline(String text, boolean hasBrackets, boolean dividesBrackets) {
    this.text = text;
    this.hasBrackets = hasBrackets;
    this.dividesBrackets = dividesBrackets;
  }

  /**
   * Returns the blocks of the documents, which are all of the text.
   *
   * @param dividesBrackets whether maps and lists in brackets are divided, too
   */
  static List<Block> of(Document document, boolean dividesBrackets) {
    String text = new String(document.source().bytes(), StandardCharsets.ISO_8859_1);
    Outline outline = new Outline(text, document.format().holdsTrees(), dividesBrackets);
    List<Block> blocks = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < document.branches().size(); i++) {
      boolean last = i == document.branches().size() - 1;
      Cut cut = outline.document(document.branches().get(i), from, last);
      blocks.add(cut.block());
      from = cut.end();
    }
    return blocks;
  }

  private Cut document(MapNode branch, int from, boolean last) {
    Span span = branch.span();
    boolean bracket = hasBracket(branch);
    int head =
        branch.entries().isEmpty()
            ? from
            : bracket ? endOfLine(span.start()) : endOfHeader(from, first(branch));
    Optional<Cuts> children = children(branch, head, bracket);
    int end = last ? text.length() : Math.max(from, endOfLine(span.end()));
    if (children.isEmpty()) {
      String all = text.substring(from, end);
      return new Cut(new Block(branch, "", "", List.of(), all, "", false), end);
    }
    int done = children.get().end();
    int closed = bracket ? span.end() : done;
    return new Cut(
        new Block(
            branch,
            "",
            text.substring(from, head),
            children.get().blocks(),
            text.substring(done, closed),
            text.substring(closed, Math.max(closed, end)),
            bracket),
        Math.max(closed, end));
  }

  /** The comments at the top of a document are its own if a blank line follows them. */
  private int endOfHeader(int from, int first) {
    int header = from;
    for (int line = from; line < first; line = endOfLine(line)) {
      String content = text.substring(line, endOfLine(line)).strip();
      if (content.isEmpty() || content.startsWith("---") || content.startsWith("%")) {
        header = endOfLine(line);
      }
    }
    return Math.min(header, Math.max(from, startOfLine(first)));
  }

  private static int first(MapNode branch) {
    Entry entry = branch.entries().get(0);
    return entry.keySpan().start() >= 0 ? entry.keySpan().start() : entry.value().span().start();
  }

  /** Returns empty if the node shares a line with what is before it. */
  private Optional<Cut> cut(Node node, Span key, int from, boolean comma) {
    Span span = node.span();
    int begin = key.start() >= 0 ? key.start() : span.start();
    if (begin < from) {
      return Optional.empty();
    }
    int start = Math.max(from, startOfLine(begin));
    int valueEnd = Math.max(begin, Math.max(span.end(), key.end()));
    boolean bracket = hasBracket(node);
    int head = bracket ? endOfLine(span.start()) : key.start() >= 0 ? endOfLine(key.end()) : start;
    Optional<Cuts> children = children(node, head, bracket);
    String lead = text.substring(from, start);
    if (children.isEmpty()) {
      boolean unwritten = key.start() < 0 && span.length() == 0 && !(node instanceof Leaf);
      int end = unwritten ? start : endOfLines(valueEnd, start);
      int value = span.start() < start ? valueEnd : Math.min(span.start(), valueEnd);
      String before = text.substring(start, value);
      String after = rest(valueEnd, end, comma);
      String written = text.substring(value, valueEnd);
      return Optional.of(
          new Cut(new Block(node, lead, before, List.of(), written, after, false), end));
    }
    int done = children.get().end();
    int closed = bracket ? valueEnd : done;
    int end = Math.max(closed, endOfLines(valueEnd, start));
    return Optional.of(
        new Cut(
            new Block(
                node,
                lead,
                text.substring(start, head),
                children.get().blocks(),
                text.substring(done, closed),
                rest(closed, end, comma),
                bracket),
            end));
  }

  /** Returns empty if there are none, or if one of them isn't on lines of its own. */
  private Optional<Cuts> children(Node node, int from, boolean bracket) {
    List<Block> blocks = new ArrayList<>();
    if (bracket && !dividesBrackets) {
      return Optional.empty();
    }
    int at = from;
    if (node instanceof MapNode map) {
      for (Entry entry : map.entries()) {
        at = add(blocks, cut(entry.value(), entry.keySpan(), at, bracket));
      }
    } else if (node instanceof ListNode list) {
      for (Node item : list.items()) {
        at = add(blocks, cut(item, Span.NONE, at, bracket));
      }
    }
    boolean inside = !bracket || at < node.span().end();
    return blocks.isEmpty() || at == text.length() + 1 || !inside
        ? Optional.empty()
        : Optional.of(new Cuts(blocks, at));
  }

  /**
   * Returns the end of the block; behind everything if it can't be cut out, and then no other one
   * can.
   */
  private int add(List<Block> blocks, Optional<Cut> cut) {
    cut.ifPresent(made -> blocks.add(made.block()));
    return cut.map(Cut::end).orElse(text.length() + 1);
  }

  private boolean hasBracket(Node node) {
    int start = node.span().start();
    boolean holdsOthers = node instanceof MapNode || node instanceof ListNode;
    return hasBrackets
        && holdsOthers
        && start >= 0
        && start < text.length()
        && "{[".indexOf(text.charAt(start)) >= 0;
  }

  /** Returns the rest of a line without the comma that separates an entry from the next one. */
  private String rest(int from, int end, boolean comma) {
    String rest = text.substring(from, Math.max(from, end));
    return comma && rest.stripLeading().startsWith(",") ? rest.replaceFirst(",", "") : rest;
  }

  private int startOfLine(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  private int endOfLine(int offset) {
    int end = text.indexOf('\n', Math.max(0, offset));
    return end < 0 ? text.length() : end + 1;
  }

  /** Returns the same for the end of a value, which may have a line break at its end. */
  private int endOfLines(int offset, int start) {
    return offset > start && text.charAt(offset - 1) == '\n' ? offset : endOfLine(offset);
  }
}
