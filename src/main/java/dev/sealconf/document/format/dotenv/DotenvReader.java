package dev.sealconf.document.format.dotenv;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Duplicate;
import dev.sealconf.document.FlatNames;
import dev.sealconf.document.FormatHints;
import dev.sealconf.document.Layout;
import dev.sealconf.document.Limits;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import dev.sealconf.document.format.FlatMetadata;
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
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the lines of an ENV file. */
final class DotenvReader {
  private final SourceText source;
  private final byte[] in;
  private final List<Member> members = new ArrayList<>();
  private final List<FlatMetadata.Line> metadata = new ArrayList<>();
  private final Set<String> variables = new HashSet<>();
  private Duplicate duplicate;

  DotenvReader(SourceText source) {
    this.source = source;
    this.in = source.bytes();
  }

  Document document(DocumentFormat format) {
    for (int start = 0; start < in.length; ) {
      int end = endOfLine(start);
      if (end > start) {
        line(start, end);
      }
      start = end + 1;
    }
    if (hasForeignLineEnds()) {
      return new DotenvReader(withoutCarriageReturns(source)).document(format);
    }
    MapNode branch = new MapNode(List.copyOf(members), new Span(0, in.length), Layout.NONE);
    Optional<MapNode> tree =
        metadata.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new FlatMetadata(List.copyOf(metadata), metadata.get(0).whole().start())
                    .tree(source));
    return new Document(format, source, List.of(branch), tree, Optional.ofNullable(duplicate));
  }

  /**
   * Returns whether git or an editor has added carriage returns to all lines. No program writes
   * metadata with carriage returns.
   */
  private boolean hasForeignLineEnds() {
    return !metadata.isEmpty()
        && metadata.stream().allMatch(line -> FlatNames.text(line.value().value()).endsWith("\r"));
  }

  private static SourceText withoutCarriageReturns(SourceText source) {
    byte[] in = source.bytes();
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      if (in[i] != '\r' || i + 1 < in.length && in[i + 1] != '\n') {
        out.write(in[i]);
      }
    }
    return new SourceText(source.name(), out.toByteArray());
  }

  private int endOfLine(int start) {
    return find('\n', start, in.length);
  }

  /** Returns the offset of a byte, or {@code end}. */
  private int find(char wanted, int start, int end) {
    int at = start;
    while (at < end && in[at] != wanted) {
      at++;
    }
    return at;
  }

  private void line(int start, int end) {
    if (members.size() + metadata.size() >= Limits.LEAVES) {
      throw broken(start, "the file has more than " + Limits.LEAVES + " lines")
          .hintForPlain(FormatHints.encryptWholeOr("split it"));
    } else if (end - start > Limits.SCALAR_BYTES) {
      throw broken(start, "a line of more than " + Limits.SCALAR_BYTES + " bytes")
          .hintForPlain(FormatHints.encryptWhole());
    } else if (in[start] == '#') {
      if (HiddenLine.isIn(in, start, end)) {
        throw broken(start, "a comment contains a carriage return, which would hide a line");
      }
      Span text = new Span(start + 1, end);
      members.add(new Comment(text(text, "a comment"), text, Layout.NONE, false));
      return;
    }
    int equals = find('=', start, end);
    if (equals == end) {
      throw broken(start, "a line has no '='").hintForPlain(noEquals());
    }
    entry(new Span(start, equals), new Span(equals + 1, end));
  }

  /**
   * Returns the hint for a line without {@code =}. SOPS seals files such as {@code .env.local},
   * which we read as ENV, as binary files.
   */
  private String noEquals() {
    return in[0] == '{'
        ? "if SOPS encrypted it as a whole, use " + FormatHints.wholeFlag()
        : "a comment starts with '#' in the first column; a value is one line";
  }

  private void entry(Span keySpan, Span valueSpan) {
    String key = text(keySpan, "a key");
    Leaf leaf = new Leaf(value(valueSpan), valueSpan, Layout.NONE);
    if (key.startsWith(DotenvFormat.PREFIX)) {
      if (leaf.value() instanceof Scalar.Blob) {
        throw broken(valueSpan.start(), "a metadata field is not valid UTF-8");
      }
      Span line = new Span(keySpan.start(), Math.min(valueSpan.end() + 1, in.length));
      String name = key.substring(DotenvFormat.PREFIX.length());
      metadata.add(new FlatMetadata.Line(name, leaf, line));
    } else {
      members.add(new Entry(key, keySpan, leaf));
      if (!variables.add(variable(key)) && duplicate == null) {
        duplicate = new Duplicate(key, source.locate(keySpan.start()));
      }
    }
  }

  /**
   * Returns the variable that a key sets in programs that trim the key and understand {@code
   * export}.
   */
  private static String variable(String key) {
    String name = key.startsWith("\uFEFF") ? key.substring(1).strip() : key.strip();
    return name.startsWith("export ") || name.startsWith("export\t")
        ? name.substring("export ".length()).strip()
        : name;
  }

  private Scalar value(Span span) {
    String text = Utf8.decode(in, span.start(), span.end());
    return text == null
        ? new Scalar.Blob(newlines(Arrays.copyOfRange(in, span.start(), span.end())))
        : new Scalar.Text(text.replace("\\n", "\n"));
  }

  /** Returns the bytes with each {@code \n} replaced by a newline. */
  private static byte[] newlines(byte[] raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      boolean newline = raw[i] == '\\' && i + 1 < raw.length && raw[i + 1] == 'n';
      out.write(newline ? '\n' : raw[i]);
      i += newline ? 1 : 0;
    }
    return out.toByteArray();
  }

  private String text(Span span, String what) {
    String text = Utf8.decode(in, span.start(), span.end());
    if (text == null) {
      throw broken(span.start(), what + " is not valid UTF-8")
          .hintForPlain(FormatHints.encryptWhole());
    }
    return text;
  }

  private SealconfException broken(int offset, String what) {
    return new FileFailure.Malformed(what).at(source.locate(offset));
  }

  /** Returns where to put a new line: after the last one that is not metadata. */
  static int endOfData(Document document) {
    SourceText source = document.source();
    List<Member> members = document.branches().get(0).members();
    if (document.metadata().isEmpty()) {
      return source.bytes().length;
    } else if (members.isEmpty()) {
      return document.metadata().get().span().start();
    }
    Member last = members.get(members.size() - 1);
    Span span = last instanceof Entry entry ? entry.value().span() : ((Comment) last).span();
    return Math.min(span.end() + 1, source.bytes().length);
  }

  /** Removes the line of an entry. If it has no line ending, removes the one before it. */
  static Splice removeLine(SourceText source, Entry entry) {
    int start = entry.keySpan().start();
    int end = entry.value().span().end();
    return end < source.bytes().length
        ? Splice.remove(start, end + 1)
        : Splice.remove(Math.max(0, start - 1), end);
  }
}
