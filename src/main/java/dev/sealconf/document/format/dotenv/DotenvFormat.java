package dev.sealconf.document.format.dotenv;

import com.google.auto.service.AutoService;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.FlatNames;
import dev.sealconf.document.FormatHints;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SampleFile;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import dev.sealconf.document.format.ExtractOutput;
import dev.sealconf.document.format.FlatMetadata;
import dev.sealconf.document.format.MergeConflict;
import dev.sealconf.document.format.SealedLook;
import dev.sealconf.document.format.SizeLimit;
import dev.sealconf.document.format.WideText;
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
import dev.sealconf.error.OutputFailure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * ENV as SOPS reads it ({@code docs/format.md §4}): quotes, {@code export} and carriage returns are
 * data, and the two characters {@code \n} are a newline. The lines whose key starts with {@code
 * sops_} are metadata.
 */
@AutoService(DocumentFormat.class)
public final class DotenvFormat implements DocumentFormat {
  static final String PREFIX = "sops_";

  @Override
  public String name() {
    return "dotenv";
  }

  @Override
  public List<String> aliases() {
    return List.of("env");
  }

  @Override
  public String example() {
    return "# Replace these examples by your own values.\n"
        + "DATABASE_USER=app\n"
        + "DATABASE_PASSWORD=change-me\n";
  }

  @Override
  public int rank() {
    return 50;
  }

  /**
   * Claims {@code .env} files and names such as {@code .env.local}, which SOPS would treat as
   * binary. {@code .env.json} is JSON: formats with their own suffix are tried first.
   */
  @Override
  public boolean claims(String fileName) {
    String last =
        fileName.substring(1 + Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')));
    return last.endsWith(".env") || last.startsWith(".env.");
  }

  /** SOPS seals names such as {@code .env.local} as binary files. Such a file stays one. */
  @Override
  public boolean claims(String fileName, byte[] content) {
    return claims(fileName)
        && (fileName.endsWith(".env")
            || !SealedLook.isBinary(new String(content, StandardCharsets.ISO_8859_1)));
  }

  @Override
  public boolean claimsInSops(String fileName) {
    return fileName.endsWith(".env");
  }

  @Override
  public Optional<SampleFile> sample() {
    return Optional.of(new SampleFile("app.env", "", "KEY%=value %\n", ""));
  }

  @Override
  public boolean looksSealed(String text) {
    return SealedLook.hasLine(text, PREFIX + "mac=")
        || SealedLook.hasLine(text, PREFIX + "version=");
  }

  @Override
  public boolean reserves(String key) {
    return key.startsWith(PREFIX);
  }

  @Override
  public Document read(SourceText source) {
    SizeLimit.check(source);
    WideText.refuse(source);
    MergeConflict.refuse(source);
    return new DotenvReader(source).document(this);
  }

  @Override
  public String tokenText(Leaf leaf, String token) {
    return token;
  }

  @Override
  public String tokenText(Comment comment, String token) {
    return token;
  }

  @Override
  public byte[] valueText(Leaf leaf, Scalar value) {
    return DotenvLines.value(value);
  }

  @Override
  public String valueText(Comment comment, String text) {
    return text.replace("\n", "\n#");
  }

  @Override
  public Optional<String> commentMark() {
    return Optional.of("# ");
  }

  @Override
  public String variableName(String key) {
    return DotenvMeaning.name(key);
  }

  @Override
  public String variableText(String text) {
    return DotenvMeaning.value(text);
  }

  @Override
  public String textOfVariable(String text) {
    return DotenvQuotes.around(text);
  }

  @Override
  public Splice commentFromToken(Document document, Leaf item, String text) {
    throw new UnsupportedOperationException("ENV has no lists");
  }

  @Override
  public String aliasCopy(Alias alias, Function<Leaf, Optional<String>> token) {
    throw new UnsupportedOperationException("ENV has no aliases");
  }

  @Override
  public List<Splice> withMetadata(Document document, MapNode metadata) {
    if (document.metadata().isPresent()) {
      FlatMetadata lines = (FlatMetadata) document.metadata().get().layout();
      return lines.change(document.source(), metadata, new DotenvLines());
    }
    StringBuilder text = new StringBuilder(endOfLine(document.source()));
    DotenvLines writer = new DotenvLines();
    for (Entry field : FlatNames.flatten(metadata)) {
      text.append(writer.line(field.key(), FlatMetadata.text(field))).append('\n');
    }
    return List.of(Splice.insert(document.source().bytes().length, text.toString()));
  }

  /** Returns what the end of the file lacks before another line can follow. */
  private static String endOfLine(SourceText source) {
    byte[] in = source.bytes();
    return in.length == 0 || in[in.length - 1] == '\n' ? "" : "\n";
  }

  @Override
  public List<Splice> withoutMetadata(Document document) {
    return FlatMetadata.removed(document);
  }

  @Override
  public List<Splice> set(Document document, TreePath path, Node value) {
    String key = key(path);
    Scalar scalar = scalar(key, value);
    DotenvLines.refuseLineBreakEscape(key, scalar);
    byte[] text = DotenvLines.value(scalar);
    MapNode branch = document.branches().get(0);
    Optional<Entry> old = branch.entry(key);
    if (old.isPresent()) {
      return List.of(new Splice(old.get().value().span(), text));
    }
    int end = DotenvReader.endOfData(document);
    boolean open = end > 0 && document.source().bytes()[end - 1] != '\n';
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    if (open) {
      line.write('\n');
    }
    line.writeBytes(DotenvLines.key(key));
    line.writeBytes(text);
    if (!open) {
      line.write('\n');
    }
    return List.of(new Splice(new Span(end, end), line.toByteArray()));
  }

  @Override
  public List<Splice> unset(Document document, TreePath path) {
    Entry entry = document.branches().get(0).entry(key(path)).orElseThrow();
    return List.of(DotenvReader.removeLine(document.source(), entry));
  }

  private static String key(TreePath path) {
    if (path.steps().size() != 1 || !(path.steps().get(0) instanceof TreePath.Key key)) {
      throw new OutputFailure.NotRepresentable("an ENV file has no path " + path)
          .hint("ENV files have one level: [\"KEY\"]");
    }
    return key.name();
  }

  private static Scalar scalar(String key, Node value) {
    if (value.resolved() instanceof Leaf leaf) {
      return leaf.value();
    }
    throw DotenvLines.notALine(key, "is a map or a list");
  }

  /** Prints the first branch, as SOPS does. */
  @Override
  public byte[] print(List<MapNode> branches, Optional<MapNode> metadata, Indent indent) {
    List<Member> members = new ArrayList<>();
    branches.stream().limit(1).forEach(branch -> members.addAll(branch.members()));
    metadata.ifPresent(
        tree ->
            FlatNames.flatten(tree)
                .forEach(field -> members.add(Entry.of(PREFIX + field.key(), field.value()))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Member member : members) {
      if (member instanceof Entry entry) {
        out.writeBytes(DotenvLines.key(entry.key()));
        out.writeBytes(DotenvLines.value(scalar(entry.key(), entry.value())));
      } else {
        out.writeBytes(DotenvLines.comment(((Comment) member).text()));
      }
      out.write('\n');
    }
    return out.toByteArray();
  }

  @Override
  public Scalar printed(Scalar value) {
    return value instanceof Scalar.Blob ? value : new Scalar.Text(LineText.of(value));
  }

  @Override
  public Scalar reread(Scalar value) {
    return value instanceof Scalar.Text text
        ? new Scalar.Text(text.value().replace("\\n", "\n"))
        : value;
  }

  @Override
  public byte[] printValue(Node value, Indent indent) {
    return ExtractOutput.ofMapOrText(this, value, indent)
        .orElseThrow(
            () ->
                new OutputFailure.NotRepresentable(
                        "ENV can print only a string, and this isn't one")
                    .hint(FormatHints.writeAs(DocumentFormat::holdsTrees)));
  }
}
