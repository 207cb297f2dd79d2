package dev.sealconf.document.format.ini;

import dev.sealconf.document.Comment;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Duplicate;
import dev.sealconf.document.Entry;
import dev.sealconf.document.Layout;
import dev.sealconf.document.Leaf;
import dev.sealconf.document.Limits;
import dev.sealconf.document.MapNode;
import dev.sealconf.document.Member;
import dev.sealconf.document.Scalar;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.format.Utf8;
import dev.sealconf.error.ExitCode;
import dev.sealconf.error.SealconfException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads INI as {@code ini.v1} does with the options of SOPS. Two things are kept that SOPS drops:
 * comments behind the last key, as the last members of the root, and a comment behind a key or
 * header that has comment lines above it too, as a second comment.
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
      sections.add(take(false));
    }
    MapNode root = new MapNode(List.copyOf(sections), new Span(0, in.length), Layout.NONE);
    Optional<MapNode> tree = Optional.ofNullable(metadata).map(m -> m.metadata(source));
    return new Document(format, source, List.of(root), tree, Optional.ofNullable(duplicate));
  }

  /** Reads what starts on a line, and gives the offset of the next line to read. */
  private int line(int start, int end) {
    int first = GoSpace.skip(in, start, end);
    if (first == end) {
      return end;
    } else if (in[first] == '#' || in[first] == ';') {
      refuseInMetadata(first);
      count(first, end);
      pending.add(first, end);
      return end;
    } else if (in[first] == '[') {
      return header(start, first, end);
    }
    return key(start, first, end);
  }

  /** A comment in the metadata section would be dropped, or stay behind without having a place. */
  private void refuseInMetadata(int offset) {
    if (section.isMetadata()) {
      throw broken(offset, "a comment in or behind the metadata section 'sops'")
          .hint("comments there are not encrypted: move it above [sops]");
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
          .hint("nothing there is encrypted: move the section above [sops]");
    }
    finishSection();
    int from = pending.isEmpty() ? start : pending.start();
    section = new IniSectionBuilder(text(name, "a section's name"), name, from, start, end);
    if (section.isMetadata() && !pending.isEmpty()) {
      sections.add(take(false));
    }
    if (!pending.isEmpty()) {
      section.add(take(false));
    }
    return behindHeader(close + 1, end);
  }

  /** Reads what follows a header, and gives the offset of the next line to read. */
  private int behindHeader(int from, int end) {
    int stop = GoSpace.trim(in, from, end);
    Span tail = new Span(GoSpace.skip(in, from, stop), stop);
    Optional<IniHeaderComment> moved = IniHeaderComment.moved(in, tail, end);
    if (moved.isPresent()) {
      section.add(moved.get().comment());
      return moved.get().next();
    }
    addTail(tail, IniHeaderComment.LAYOUT);
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
    Entry entry = new Entry(section.name(text(key.name(), "a key")), key.written(), leaf(value));
    int from = pending.isEmpty() ? start : pending.start();
    boolean repeated = section.add(entry, new IniSection.Line(from, start, value.next()));
    if (repeated) {
      note(entry.key(), first);
    }
    if (!pending.isEmpty()) {
      section.add(take(false));
    }
    addTail(value.tail(), Layout.NONE);
    return value.next();
  }

  private void note(String repeated, int offset) {
    if (duplicate == null) {
      duplicate = new Duplicate(repeated, source.locate(offset));
    }
  }

  private Leaf leaf(IniValue value) {
    String text = Utf8.decode(value.text(), 0, value.text().length);
    Scalar scalar = text == null ? new Scalar.Blob(value.text()) : new Scalar.Text(text);
    return new Leaf(scalar, value.span(), value.quote());
  }

  /** Adds the comment behind a key or header as a comment of its own. */
  private void addTail(Span tail, Layout layout) {
    if (tail.length() == 0) {
      return;
    } else if (in[tail.start()] != '#' && in[tail.start()] != ';') {
      throw broken(tail.start(), "something follows that is no comment, and SOPS would drop it");
    }
    refuseInMetadata(tail.start());
    pending.add(tail.start(), tail.end());
    Comment comment = take(true);
    section.add(new Comment(comment.text(), comment.span(), layout, true));
  }

  private Comment take(boolean inline) {
    Comment comment = pending.comment(inline);
    if (comment == null) {
      throw notUtf8(pending.start(), "a comment");
    }
    pending = new IniComment(in);
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
          .hintForPlain("split the file, or use --input-type binary to encrypt it as a whole");
    } else if (end - start > Limits.SCALAR_BYTES) {
      throw broken(start, "a value of more than " + Limits.SCALAR_BYTES + " bytes")
          .hintForPlain("use --input-type binary to encrypt the file as a whole");
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
    return broken(offset, what + " is not valid UTF-8")
        .hintForPlain("encrypt the file as a whole: --input-type binary");
  }

  private SealconfException broken(int offset, String what) {
    return new SealconfException(ExitCode.COULD_NOT_READ_INPUT, what).at(source.locate(offset));
  }
}
