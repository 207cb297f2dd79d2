package dev.sealconf.document.format.ini;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Duplicate;
import dev.sealconf.document.FormatHints;
import dev.sealconf.document.Layout;
import dev.sealconf.document.Limits;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.format.HiddenLine;
import dev.sealconf.document.format.Utf8;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.SealconfException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads INI as {@code ini.v1} does with SOPS's options. Comments after the last key, which SOPS
 * drops, become the last members of the root. If a key or header has comment lines above it and a
 * comment on its own line, the latter is the last line of the comment above, as in SOPS, and also a
 * comment of its own, so that each stays where it is.
 */
final class IniReader {
  static final String DEFAULT = "DEFAULT";

  private final SourceText source;
  private final byte[] in;
  private final List<Member> sections = new ArrayList<>();
  private IniSectionBuilder section;
  private IniSectionBuilder metadata;
  private IniComment pending;
  private final Set<String> names = new HashSet<>();
  private Duplicate duplicate;
  private int leaves;

  IniReader(SourceText source) {
    this.source = source;
    this.in = source.bytes();
    this.pending = new IniComment(in);
  }

  Document document(DocumentFormat format) {
    int at = Utf8.startsWithMark(in) ? Utf8.MARK_LENGTH : 0;
    section = new IniSectionBuilder(DEFAULT, Span.NONE, at, at, at);
    while (at < in.length) {
      at = line(at, IniValue.lineEnd(in, at));
    }
    finishSection();
    if (!pending.isEmpty()) {
      sections.add(take(pending, false));
    }
    MapNode root = new MapNode(List.copyOf(sections), new Span(0, in.length), Layout.NONE);
    Optional<MapNode> tree = Optional.ofNullable(metadata).map(m -> m.metadata(source));
    return new Document(format, source, List.of(root), tree, Optional.ofNullable(duplicate));
  }

  /** Reads what starts on a line. Returns the offset of the next line to read. */
  private int line(int start, int end) {
    int first = GoSpace.skip(in, start, end);
    if (first == end) {
      return end;
    } else if (in[first] == '#' || in[first] == ';') {
      refuseInMetadata(first);
      refuseHidden(first, end);
      count(first, end);
      pending.add(first, end);
      return end;
    } else if (in[first] == '[') {
      return header(start, first, end);
    }
    return key(start, first, end);
  }

  /** Refuses a comment in the metadata section, which would be dropped or lose its place. */
  private void refuseInMetadata(int offset) {
    if (section.isMetadata()) {
      throw broken(offset, "a comment in or after the metadata section 'sops'")
          .hint("comments there are not encrypted: move it above [sops]");
    }
  }

  private void refuseHidden(int start, int end) {
    if (HiddenLine.isIn(in, start, end)) {
      throw broken(start, "a comment contains a carriage return, which would hide a line");
    }
  }

  private int header(int start, int first, int end) {
    int close = end - 1;
    while (in[close] != ']' && close > first) {
      close--;
    }
    if (close == first) {
      throw broken(first, "a section's name is not closed by ']'");
    } else if (close == first + 1) {
      throw broken(first, "a section has no name");
    }
    Span name = new Span(first + 1, close);
    count(first, end);
    if (section.isMetadata()) {
      throw broken(first, "a section follows the metadata section 'sops'")
          .hint("sections there are not encrypted: move it above [sops]");
    }
    finishSection();
    int from = pending.isEmpty() ? start : pending.start();
    section = new IniSectionBuilder(text(name, "a section's name"), name, from, start, end);
    if (section.isMetadata() && !pending.isEmpty()) {
      sections.add(take(pending, false));
      pending = new IniComment(in);
    }
    behindHeader(new Span(start, end), close + 1);
    return end;
  }

  /** Reads what follows a header. Its token is on the line above. */
  private void behindHeader(Span line, int from) {
    int stop = GoSpace.trim(in, from, line.end());
    Span tail = new Span(GoSpace.skip(in, from, stop), stop);
    IniComment written = tail(tail);
    Optional<IniComment> moved = tail.length() == 1 ? pending.takeLastToken() : Optional.empty();
    IniComment behind = moved.orElse(written);
    above(behind);
    if (behind.isEmpty()) {
      return;
    }
    Comment comment = take(behind, true);
    int start = moved.isPresent() ? behind.start() : line.start();
    int text = moved.isPresent() ? content(line) : comment.span().start();
    int end = moved.isPresent() ? text : comment.span().end();
    String header = source.text(new Span(line.start(), text));
    section.add(IniHeaderComment.of(comment.text(), new Span(start, end), header));
  }

  /** Returns the offset after the last byte of a line's content, before its line ending. */
  private int content(Span line) {
    int end = line.end();
    while (end > line.start() && (in[end - 1] == '\n' || in[end - 1] == '\r')) {
      end--;
    }
    return end;
  }

  private int key(int start, int first, int end) {
    IniKey.Result result = IniKey.read(in, first, end);
    if (result.flaw() != null) {
      throw broken(first, result.flaw().text());
    }
    IniKey key = result.key();
    IniValue value = IniValue.read(in, key.value(), end);
    if (value == null) {
      throw broken(key.value(), "the quotes around a value are not closed");
    }
    count(first, value.next());
    IniComment behind = tail(value.tail());
    Leaf leaf = leaf(value, value.next() > end);
    Entry entry = new Entry(section.name(text(key.name(), "a key")), key.written(), leaf);
    int from = pending.isEmpty() ? start : pending.start();
    boolean repeated = section.add(entry, new IniSection.Line(from, start, value.next()));
    if (repeated) {
      note(entry.key(), first);
    }
    above(behind);
    if (!behind.isEmpty()) {
      section.add(take(behind, true));
    }
    return value.next();
  }

  private void note(String repeated, int offset) {
    if (duplicate == null) {
      duplicate = new Duplicate(repeated, source.locate(offset));
    }
  }

  private Leaf leaf(IniValue value, boolean overLines) {
    String text = Utf8.decode(value.text(), 0, value.text().length);
    Scalar scalar = text == null ? new Scalar.Blob(value.text()) : new Scalar.Text(text);
    boolean commented = overLines && value.tail().length() > 0;
    IniQuote quote = commented ? value.quote().commented() : value.quote();
    return new Leaf(scalar, value.span(), quote);
  }

  /** Returns the comment on the line of a key or header; empty if there is none. */
  private IniComment tail(Span tail) {
    IniComment behind = new IniComment(in);
    if (tail.length() > 0) {
      if (in[tail.start()] != '#' && in[tail.start()] != ';') {
        throw broken(tail.start(), "the text that follows isn't a comment, and SOPS would drop it");
      }
      refuseInMetadata(tail.start());
      refuseHidden(tail.start(), tail.end());
      behind.add(tail.start(), tail.end());
    }
    return behind;
  }

  /**
   * Adds the comment above a key or header. SOPS reads the comment on the same line as its last
   * line.
   */
  private void above(IniComment behind) {
    if (!pending.isEmpty()) {
      Comment own = take(pending, false);
      boolean both = !behind.isEmpty() && pending.isToken() == behind.isToken();
      String text = both && !behind.isToken() ? pending.joinedText(behind) : own.text();
      section.add(new Comment(text, own.span(), both ? IniComment.JOINED : Layout.NONE, false));
    }
    pending = new IniComment(in);
  }

  private Comment take(IniComment lines, boolean inline) {
    Comment comment = lines.comment(inline);
    if (comment == null) {
      throw notUtf8(lines.start(), "a comment");
    }
    return comment;
  }

  private void finishSection() {
    if (section.isMetadata()) {
      metadata = section;
    } else {
      sections.add(section.entry());
      if (section.isWritten() && !names.add(section.name())) {
        note(section.name(), section.header());
      }
    }
  }

  private void count(int start, int end) {
    if (++leaves > Limits.LEAVES) {
      throw broken(start, "the file has more than " + Limits.LEAVES + " values and comments")
          .hintForPlain(FormatHints.encryptWholeOr("split it"));
    } else if (end - start > Limits.SCALAR_BYTES) {
      throw broken(start, "a value of more than " + Limits.SCALAR_BYTES + " bytes")
          .hintForPlain(FormatHints.encryptWhole());
    }
  }

  private String text(Span span, String what) {
    String text = Utf8.decode(in, span.start(), span.end());
    if (text == null) {
      throw notUtf8(span.start(), what);
    }
    return text;
  }

  private SealconfException notUtf8(int offset, String what) {
    return broken(offset, what + " is not valid UTF-8").hintForPlain(FormatHints.encryptWhole());
  }

  private SealconfException broken(int offset, String what) {
    return new FileFailure.Malformed(what).at(source.locate(offset));
  }
}
