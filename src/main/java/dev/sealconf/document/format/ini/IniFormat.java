package dev.sealconf.document.format.ini;

import com.google.auto.service.AutoService;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.FlatNames;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SampleFile;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Splice;
import dev.sealconf.document.format.ExtractOutput;
import dev.sealconf.document.format.FlatMetadata;
import dev.sealconf.document.format.MergeConflict;
import dev.sealconf.document.format.SealedLook;
import dev.sealconf.document.format.SizeLimit;
import dev.sealconf.document.format.WideText;
import dev.sealconf.document.format.json.JsonPrinter;
import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.LineText;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** INI as SOPS reads it ({@code docs/format.md §4}); the metadata is the section {@code sops}. */
@AutoService(DocumentFormat.class)
public final class IniFormat implements DocumentFormat {
  private static final String METADATA = "sops";

  @Override
  public String name() {
    return "ini";
  }

  @Override
  public String example() {
    return "; Replace these examples by your own values.\n"
        + "[database]\n"
        + "user = app\n"
        + "password = change-me\n";
  }

  @Override
  public int rank() {
    return 40;
  }

  @Override
  public boolean claims(String fileName) {
    return fileName.endsWith(".ini");
  }

  @Override
  public Optional<SampleFile> sample() {
    return Optional.of(new SampleFile("app.ini", "[section]\n", "key% = value %\n", ""));
  }

  @Override
  public boolean looksSealed(String text) {
    return SealedLook.hasLine(text, "[sops]");
  }

  @Override
  public boolean reserves(String key) {
    return key.equals(METADATA);
  }

  @Override
  public Document read(SourceText source) {
    SizeLimit.check(source);
    WideText.refuse(source);
    MergeConflict.refuse(source);
    return new IniReader(source).document(this);
  }

  @Override
  public String tokenText(Leaf leaf, String token) {
    return ((IniQuote) leaf.layout()).tokenText(token);
  }

  @Override
  public String tokenText(Comment comment, String token) {
    return comment.layout() instanceof IniHeaderComment behind ? behind.tokenText(token) : token;
  }

  @Override
  public byte[] valueText(Leaf leaf, Scalar value) {
    return IniText.value(value, (IniQuote) leaf.layout());
  }

  @Override
  public String valueText(Comment comment, String text) {
    if (comment.layout() instanceof IniHeaderComment behind) {
      return behind.valueText(IniText.comment(text));
    }
    int last = comment.layout() == IniComment.JOINED ? text.lastIndexOf('\n') : -1;
    return IniText.comment(last < 0 ? text : text.substring(0, last));
  }

  @Override
  public Splice commentFromToken(Document document, Leaf item, String text) {
    throw new UnsupportedOperationException("INI has no lists");
  }

  @Override
  public String aliasCopy(Alias alias, Function<Leaf, Optional<String>> token) {
    throw new UnsupportedOperationException("INI has no aliases");
  }

  @Override
  public List<Splice> withMetadata(Document document, MapNode metadata) {
    SourceText source = document.source();
    String newline = IniEdit.newline(source);
    if (document.metadata().isPresent()) {
      FlatMetadata old = (FlatMetadata) document.metadata().get().layout();
      return old.change(source, metadata, new IniLines(width(source, old), newline));
    }
    byte[] in = source.bytes();
    List<Entry> fields = FlatNames.flatten(metadata);
    int width = fields.stream().mapToInt(field -> field.key().length()).max().orElse(0);
    IniLines writer = new IniLines(width, newline);
    StringBuilder text = new StringBuilder();
    text.append(in.length == 0 || in[in.length - 1] == '\n' ? "" : newline);
    text.append(in.length == 0 ? "" : newline);
    text.append(IniText.header(METADATA)).append(newline);
    for (Entry field : fields) {
      text.append(writer.line(field.key(), FlatMetadata.text(field))).append(newline);
    }
    return List.of(Splice.insert(in.length, text.toString()));
  }

  /** Returns the width in bytes that field names are padded to. */
  private static int width(SourceText source, FlatMetadata metadata) {
    if (metadata.lines().isEmpty()) {
      return 0;
    }
    FlatMetadata.Line line = metadata.lines().get(0);
    int delimiter = line.whole().start();
    while (source.bytes()[delimiter] != '=' && source.bytes()[delimiter] != ':') {
      delimiter++;
    }
    return Math.max(0, delimiter - line.whole().start() - 1);
  }

  /** Removes the section and one blank line before it. */
  @Override
  public List<Splice> withoutMetadata(Document document) {
    if (document.metadata().isEmpty()) {
      return List.of();
    }
    FlatMetadata metadata = (FlatMetadata) document.metadata().get().layout();
    byte[] in = document.source().bytes();
    int header = lineBefore(in, metadata.start());
    int blank = lineBefore(in, header);
    boolean isBlank = GoSpace.skip(in, blank, header) == header;
    return List.of(Splice.remove(isBlank ? blank : header, metadata.end()));
  }

  /** Returns the start of the line before the line that starts at {@code offset}. */
  private static int lineBefore(byte[] in, int offset) {
    int start = Math.max(0, offset - 1);
    while (start > 0 && in[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  @Override
  public List<Splice> set(Document document, TreePath path, Node value) {
    return new IniEdit(document).set(path, value);
  }

  @Override
  public List<Splice> unset(Document document, TreePath path) {
    return new IniEdit(document).unset(path);
  }

  /** Prints the sections of all documents, as SOPS does. */
  @Override
  public byte[] print(List<MapNode> branches, Optional<MapNode> metadata, Indent indent) {
    List<Member> members = new ArrayList<>();
    branches.forEach(branch -> members.addAll(branch.members()));
    metadata.ifPresent(tree -> members.add(section(tree)));
    IniPrinter printer = new IniPrinter("\n");
    printer.file(members);
    return printer.bytes();
  }

  private static Entry section(MapNode metadata) {
    List<Entry> fields =
        FlatNames.flatten(metadata).stream()
            .map(f -> Entry.of(f.key(), Leaf.of(FlatMetadata.text(f).replace("\n", "\\n"))))
            .toList();
    return Entry.of(METADATA, MapNode.of(fields));
  }

  /**
   * A section can't be printed on its own. A value that is not a string is printed as compact JSON.
   */
  @Override
  public Scalar printed(Scalar value) {
    return value instanceof Scalar.Blob ? value : new Scalar.Text(LineText.of(value));
  }

  @Override
  public byte[] printValue(Node value, Indent indent) {
    return ExtractOutput.ofMapOrText(this, value, indent)
        .orElseGet(() -> JsonPrinter.compact(value));
  }

  @Override
  public Optional<String> commentMark() {
    return Optional.of("; ");
  }
}
