package dev.sealconf.document.format.binary;

import com.google.auto.service.AutoService;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.FormatHints;
import dev.sealconf.document.Indent;
import dev.sealconf.document.Layout;
import dev.sealconf.document.Limits;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import dev.sealconf.document.format.ExtractOutput;
import dev.sealconf.document.format.SealedLook;
import dev.sealconf.document.format.Utf8;
import dev.sealconf.document.format.json.JsonFormat;
import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file that is a single value. Its sealed form is a JSON file with the value under {@code data}.
 * That is another format, {@link #sealedForm()}, and it makes all changes to a sealed file.
 */
@AutoService(DocumentFormat.class)
public final class BinaryFormat implements DocumentFormat {
  private static final String NAME = "binary";
  private static final String KEY = "data";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String example() {
    return "Replace this text. It is encrypted as a whole.\n";
  }

  @Override
  public int rank() {
    return 90;
  }

  /** A file that is encrypted whole is stored as JSON, but with its own settings. */
  @Override
  public String store() {
    return "json_binary";
  }

  @Override
  public boolean claims(String fileName) {
    return true;
  }

  @Override
  public DocumentFormat sealedForm() {
    return new JsonFormat(NAME, "", Limits.FILE_BYTES);
  }

  @Override
  public boolean looksSealed(String text) {
    return SealedLook.isBinary(text);
  }

  @Override
  public boolean reserves(String key) {
    return false;
  }

  /** Reads the whole file as one leaf: text if it is UTF-8. */
  @Override
  public Document read(SourceText source) {
    byte[] in = source.bytes();
    String text = Utf8.decode(in, 0, in.length);
    Scalar value = text == null ? new Scalar.Blob(in) : new Scalar.Text(text);
    Span all = new Span(0, in.length);
    Entry entry = new Entry(KEY, Span.NONE, new Leaf(value, all, Layout.NONE));
    MapNode branch = new MapNode(List.of(entry), all, Layout.NONE);
    return new Document(this, source, List.of(branch), Optional.empty(), Optional.empty());
  }

  @Override
  public String tokenText(Leaf leaf, String token) {
    throw sealedElsewhere();
  }

  @Override
  public String tokenText(Comment comment, String token) {
    throw sealedElsewhere();
  }

  /** Returns the bytes of the value. */
  @Override
  public byte[] valueText(Leaf leaf, Scalar value) {
    return ExtractOutput.ofMapOrText(this, Leaf.of(value), Indent.DEFAULT)
        .orElseThrow(() -> notBinary("its value is not a string"));
  }

  @Override
  public String valueText(Comment comment, String text) {
    throw sealedElsewhere();
  }

  @Override
  public Splice commentFromToken(Document document, Leaf item, String text) {
    throw sealedElsewhere();
  }

  @Override
  public String aliasCopy(Alias alias, Function<Leaf, Optional<String>> token) {
    throw sealedElsewhere();
  }

  @Override
  public List<Splice> withMetadata(Document document, MapNode metadata) {
    throw sealedElsewhere();
  }

  @Override
  public List<Splice> withoutMetadata(Document document) {
    return List.of();
  }

  @Override
  public List<Splice> set(Document document, TreePath path, Node value) {
    throw sealedElsewhere();
  }

  @Override
  public List<Splice> unset(Document document, TreePath path) {
    throw sealedElsewhere();
  }

  private static UnsupportedOperationException sealedElsewhere() {
    return new UnsupportedOperationException("a plain binary file is changed by its sealed form");
  }

  /**
   * Returns the bytes of the value under {@code data}. With metadata, returns a file in the sealed
   * form.
   */
  @Override
  public byte[] print(List<MapNode> branches, Optional<MapNode> metadata, Indent indent) {
    if (metadata.isPresent()) {
      return sealedForm().print(branches, metadata, indent);
    } else if (branches.size() != 1) {
      throw notBinary("it holds more than one document");
    }
    Entry entry = branches.get(0).entry(KEY).orElseThrow(() -> notBinary("it has no key 'data'"));
    if (entry.value().resolved() instanceof Leaf leaf) {
      return valueText(leaf, leaf.value());
    }
    throw notBinary("the value of 'data' is not a string");
  }

  private static SealconfException notBinary(String why) {
    return new OutputFailure.NotRepresentable("the file isn't an encrypted binary file: " + why)
        .hint(FormatHints.writeAs(format -> !format.encryptsWhole()));
  }

  @Override
  public byte[] printValue(Node value, Indent indent) {
    return ExtractOutput.ofMapOrText(this, value, indent)
        .orElseThrow(
            () ->
                new OutputFailure.NotRepresentable(
                        "a binary file has no structure to take a value from")
                    .hint(
                        "extract [\"data\"], or "
                            + FormatHints.writeAs(DocumentFormat::holdsTrees)));
  }
}
