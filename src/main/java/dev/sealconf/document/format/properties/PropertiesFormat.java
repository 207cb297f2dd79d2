package dev.sealconf.document.format.properties;

import com.google.auto.service.AutoService;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.FormatHints;
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
import dev.sealconf.error.Printable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code .properties} files as {@code java.util.Properties} reads them. Keys and values are the
 * texts that a Java program gets, without escapes. The metadata is in lines whose key starts with
 * {@code sops_}, as in ENV.
 */
@AutoService(DocumentFormat.class)
public final class PropertiesFormat implements DocumentFormat {
  private static final String ENV = "dotenv";

  @Override
  public String name() {
    return "properties";
  }

  @Override
  public String example() {
    return "# Replace these examples by your own values.\n"
        + "database.user=app\n"
        + "database.password=change-me\n";
  }

  @Override
  public int rank() {
    return 60;
  }

  @Override
  public boolean claims(String fileName) {
    return fileName.endsWith(".properties");
  }

  /** SOPS has no such format: by the name, the file is binary. */
  @Override
  public boolean claimsInSops(String fileName) {
    return false;
  }

  @Override
  public Optional<String> typeInSops(SourceText sealed) {
    return EnvGrammar.fits(read(sealed)) ? Optional.of(ENV) : Optional.empty();
  }

  @Override
  public Optional<SampleFile> sample() {
    return Optional.of(new SampleFile("app.properties", "", "key.%=value %\n", ""));
  }

  @Override
  public boolean looksSealed(String text) {
    return SealedLook.hasLine(text, PropertiesMetadata.MARK);
  }

  @Override
  public boolean reserves(String key) {
    return key.startsWith(PropertiesMetadata.PREFIX);
  }

  @Override
  public boolean hasDottedKeys() {
    return true;
  }

  @Override
  public Document read(SourceText source) {
    SizeLimit.check(source);
    WideText.refuse(source);
    MergeConflict.refuse(source);
    return new PropertiesReader(source).document(this);
  }

  @Override
  public String tokenText(Leaf leaf, String token) {
    return delimiter(leaf) + token;
  }

  @Override
  public String tokenText(Comment comment, String token) {
    return token;
  }

  @Override
  public byte[] valueText(Leaf leaf, Scalar value) {
    boolean whiteSpaceOnly =
        leaf.layout() instanceof PropertyLine line
            && !line.separator().isEmpty()
            && !line.hasDelimiter();
    String text = PropertiesText.value(text(value), !whiteSpaceOnly);
    return (text.isEmpty() ? text : delimiter(leaf) + text).getBytes(StandardCharsets.US_ASCII);
  }

  /** Returns what has to come before a value if its line has only a key. */
  private static String delimiter(Leaf leaf) {
    return leaf.layout() instanceof PropertyLine line && line.separator().isEmpty() ? "=" : "";
  }

  @Override
  public String valueText(Comment comment, String text) {
    return PropertiesText.comment(text);
  }

  @Override
  public Optional<String> commentMark() {
    return Optional.of("# ");
  }

  @Override
  public Splice commentFromToken(Document document, Leaf item, String text) {
    throw new UnsupportedOperationException(".properties files have no lists");
  }

  @Override
  public String aliasCopy(Alias alias, Function<Leaf, Optional<String>> token) {
    throw new UnsupportedOperationException(".properties files have no aliases");
  }

  @Override
  public List<Splice> withMetadata(Document document, MapNode metadata) {
    byte[] in = document.source().bytes();
    PropertiesMetadata writer = new PropertiesMetadata(NaturalLines.ending(in));
    if (document.metadata().isPresent()) {
      FlatMetadata lines = (FlatMetadata) document.metadata().get().layout();
      return lines.change(document.source(), PropertiesMetadata.marked(metadata), writer);
    }
    StringBuilder text = new StringBuilder(NaturalLines.lastIsOpen(in) ? writer.newline() : "");
    for (Entry field : PropertiesMetadata.fields(metadata)) {
      text.append(writer.line(field.key(), FlatMetadata.text(field))).append(writer.newline());
    }
    List<Splice> splices = new ArrayList<>(new PropertiesEdit(document).closed());
    splices.add(Splice.insert(in.length, text.toString()));
    return splices;
  }

  @Override
  public List<Splice> withoutMetadata(Document document) {
    return FlatMetadata.removed(document);
  }

  @Override
  public List<Splice> set(Document document, TreePath path, Node value) {
    String key = key(path);
    Scalar scalar = scalar(key, value);
    PropertiesEdit edit = new PropertiesEdit(document);
    Optional<Entry> old = edit.entry(key);
    return old.isPresent()
        ? List.of(new Splice(old.get().value().span(), valueText((Leaf) old.get().value(), scalar)))
        : edit.add(key, text(scalar));
  }

  @Override
  public List<Splice> unset(Document document, TreePath path) {
    PropertiesEdit edit = new PropertiesEdit(document);
    return List.of(edit.remove(edit.entry(key(path)).orElseThrow()));
  }

  private static String key(TreePath path) {
    if (path.steps().size() != 1 || !(path.steps().get(0) instanceof TreePath.Key key)) {
      throw new OutputFailure.NotRepresentable("a .properties file has no path " + path)
          .hint(".properties files have one level: [\"db.password\"] is one key");
    }
    return key.name();
  }

  private static Scalar scalar(String key, Node value) {
    if (value.resolved() instanceof Leaf leaf) {
      return leaf.value();
    }
    throw new OutputFailure.NotRepresentable(
            "in a .properties file, " + Printable.quote(key) + " is a map or a list")
        .hint(FormatHints.writeAs(DocumentFormat::holdsTrees));
  }

  private static String text(Scalar value) {
    if (value instanceof Scalar.Blob) {
      throw new OutputFailure.NotRepresentable(
              "a .properties file can't hold a value that is not text")
          .hint(FormatHints.writeAs(DocumentFormat::holdsBytes));
    }
    return LineText.of(value);
  }

  /** Prints the first branch, as for ENV. */
  @Override
  public byte[] print(List<MapNode> branches, Optional<MapNode> metadata, Indent indent) {
    StringBuilder out = new StringBuilder();
    if (!branches.isEmpty()) {
      for (Member member : branches.get(0).members()) {
        out.append(line(member)).append('\n');
      }
    }
    PropertiesMetadata writer = new PropertiesMetadata("\n");
    metadata.map(PropertiesMetadata::fields).orElse(List.of()).stream()
        .map(field -> writer.line(field.key(), FlatMetadata.text(field)) + writer.newline())
        .forEach(out::append);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(Member member) {
    if (member instanceof Entry entry) {
      String value = text(scalar(entry.key(), entry.value()));
      return PropertiesText.key(entry.key()) + "=" + PropertiesText.value(value, true);
    }
    return "#" + PropertiesText.comment(((Comment) member).text());
  }

  @Override
  public Scalar printed(Scalar value) {
    return value instanceof Scalar.Blob ? value : new Scalar.Text(LineText.of(value));
  }

  @Override
  public byte[] printValue(Node value, Indent indent) {
    return ExtractOutput.ofMapOrText(this, value, indent)
        .orElseThrow(
            () ->
                new OutputFailure.NotRepresentable(
                        "a .properties file can print only a string, and this isn't one")
                    .hint(FormatHints.writeAs(DocumentFormat::holdsTrees)));
  }
}
