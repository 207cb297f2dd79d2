package dev.sealconf.document.format.properties;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Duplicate;
import dev.sealconf.document.FormatHints;
import dev.sealconf.document.Layout;
import dev.sealconf.document.Limits;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.format.FlatMetadata;
import dev.sealconf.document.format.Utf8;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a {@code .properties} file as {@code java.util.Properties.load} does. */
final class PropertiesReader {
  private static final byte[] PREFIX =
      PropertiesMetadata.PREFIX.getBytes(StandardCharsets.US_ASCII);

  /** The layout of the data. The seal covers its tag, so no other format reads the file. */
  private static final Layout ROOT =
      new Layout() {
        @Override
        public String tag() {
          return "properties";
        }
      };

  private final SourceText source;
  private final byte[] in;
  private final List<Member> members = new ArrayList<>();
  private final List<FlatMetadata.Line> metadata = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private Duplicate duplicate;

  PropertiesReader(SourceText source) {
    this.source = source;
    this.in = source.bytes();
  }

  Document document(DocumentFormat format) {
    int start = Utf8.startsWithMark(in) ? Utf8.MARK_LENGTH : 0;
    int first = start;
    while (first < in.length) {
      int at = NaturalLines.skipBlanks(in, first);
      if (at < in.length && NaturalLines.isEnd(in, at)) {
        first = NaturalLines.next(in, at);
        start = first;
      } else if (at < in.length && in[at] == '\\' && NaturalLines.isEnd(in, at + 1)) {
        first = afterLoneBackslash(at);
      } else {
        first = at == in.length ? at : line(start, first, at);
        start = first;
      }
    }
    MapNode branch = new MapNode(List.copyOf(members), new Span(0, in.length), ROOT);
    Optional<MapNode> tree =
        metadata.isEmpty()
            ? Optional.empty()
            : Optional.of(PropertiesMetadata.tree(metadata, source));
    return new Document(format, source, List.of(branch), tree, Optional.ofNullable(duplicate));
  }

  /** A line of one backslash continues on the next line and adds nothing to it. */
  private int afterLoneBackslash(int at) {
    int next = NaturalLines.next(in, at + 1);
    if (next == in.length) {
      throw broken(at, "the last line is a lone backslash").hintForPlain("remove the backslash");
    }
    return next;
  }

  /**
   * Reads a comment, a metadata field or a property.
   *
   * @param start the start of the line, or of lone backslashes above it
   * @param first the start of the natural line
   * @param at the first byte that is not white space
   * @return the offset of the next line
   */
  private int line(int start, int first, int at) {
    if (members.size() + metadata.size() >= Limits.LEAVES) {
      throw broken(at, "the file has more than " + Limits.LEAVES + " lines")
          .hintForPlain(FormatHints.encryptWholeOr("split it"));
    }
    int end = NaturalLines.end(in, at);
    if (in[at] == '#' || in[at] == '!') {
      checkLength(at, end);
      Span text = new Span(at + 1, end);
      String comment = PropertiesText.plain(in, text.start(), text.end());
      members.add(new Comment(comment, text, Layout.NONE, false));
      return NaturalLines.next(in, end);
    }
    int equals = start == at ? metadataDelimiter(at, end) : -1;
    if (equals >= 0) {
      field(at, equals, end);
      return NaturalLines.next(in, end);
    }
    LogicalLine line = new LogicalLine(in, at);
    checkLength(at, line.end());
    property(line, new Span(start, line.next()));
    return line.next();
  }

  /** Returns the offset of the {@code =} of a metadata line; -1 if this is none. */
  private int metadataDelimiter(int start, int end) {
    for (int i = 0; i < PREFIX.length; i++) {
      if (start + i >= end || in[start + i] != PREFIX[i]) {
        return -1;
      }
    }
    for (int i = start; i < end; i++) {
      if (in[i] == '=') {
        return i;
      }
    }
    return -1;
  }

  /** Reads a metadata line as SOPS does in ENV: a backslash has no meaning except in {@code \n}. */
  private void field(int start, int equals, int end) {
    checkLength(start, end);
    int next = NaturalLines.next(in, end);
    if (end < in.length && in[next - 1] != '\n') {
      throw broken(start, "a metadata field ends with a carriage return");
    }
    String name = Utf8.decode(in, start + PREFIX.length, equals);
    String text = Utf8.decode(in, equals + 1, end);
    if (name == null || text == null) {
      throw broken(start, "a metadata field is not valid UTF-8");
    }
    Leaf leaf =
        new Leaf(
            new Scalar.Text(text.replace("\\n", "\n")), new Span(equals + 1, end), Layout.NONE);
    metadata.add(new FlatMetadata.Line(name, leaf, new Span(start, next)));
  }

  private void property(LogicalLine line, Span whole) {
    byte[] text = line.text();
    int keyEnd = keyEnd(text);
    int valueStart = valueStart(text, keyEnd);
    Span keySpan = new Span(line.offsetAfter(0), line.offsetAfter(keyEnd));
    Span valueSpan = new Span(line.offsetAfter(valueStart), line.end());
    String key;
    String value;
    try {
      key = PropertiesText.unescaped(text, 0, keyEnd);
      value = PropertiesText.unescaped(text, valueStart, text.length);
    } catch (SealconfException malformed) {
      throw malformed.at(source.locate(keySpan.start()));
    }
    if (key.startsWith(PropertiesMetadata.PREFIX)) {
      throw broken(keySpan.start(), "a metadata field is not written as sops_NAME=VALUE")
          .hintForPlain("rename the key: keys that start with sops_ are reserved");
    }
    String separator = new String(text, keyEnd, valueStart - keyEnd, StandardCharsets.ISO_8859_1);
    Layout layout = new PropertyLine(whole, separator, line.dangling());
    members.add(new Entry(key, keySpan, new Leaf(new Scalar.Text(value), valueSpan, layout)));
    if (!keys.add(key) && duplicate == null) {
      duplicate = new Duplicate(key, source.locate(keySpan.start()));
    }
  }

  /** Returns the position of the first delimiter or white space that is not escaped. */
  private static int keyEnd(byte[] text) {
    int at = 0;
    while (at < text.length && !isDelimiter(text[at]) && !NaturalLines.isBlank(text[at])) {
      at += text[at] == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length);
  }

  private static int valueStart(byte[] text, int keyEnd) {
    int at = NaturalLines.skipBlanks(text, keyEnd);
    return at < text.length && isDelimiter(text[at]) ? NaturalLines.skipBlanks(text, at + 1) : at;
  }

  private static boolean isDelimiter(byte b) {
    return b == '=' || b == ':';
  }

  private void checkLength(int start, int end) {
    if (end - start > Limits.SCALAR_BYTES) {
      throw broken(start, "a line of more than " + Limits.SCALAR_BYTES + " bytes")
          .hintForPlain(FormatHints.encryptWhole());
    }
  }

  private SealconfException broken(int offset, String what) {
    return new FileFailure.Malformed(what).at(source.locate(offset));
  }
}
