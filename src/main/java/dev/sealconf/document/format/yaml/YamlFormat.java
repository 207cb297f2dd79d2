package dev.sealconf.document.format.yaml;

import com.google.auto.service.AutoService;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SampleFile;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Splice;
import dev.sealconf.document.format.SealedLook;
import dev.sealconf.document.format.yaml.edit.MetadataBlock;
import dev.sealconf.document.format.yaml.edit.PathEdits;
import dev.sealconf.document.format.yaml.layout.YamlReader;
import dev.sealconf.document.format.yaml.print.Printer;
import dev.sealconf.document.format.yaml.print.ScalarText;
import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** YAML, with the values and comments that SOPS reads from it ({@code docs/format.md §4}). */
@AutoService(DocumentFormat.class)
public final class YamlFormat implements DocumentFormat {

  @Override
  public String name() {
    return "yaml";
  }

  @Override
  public List<String> aliases() {
    return List.of("yml");
  }

  @Override
  public String example() {
    return "# Replace these examples by your own values.\n"
        + "database:\n"
        + "    user: app\n"
        + "    password: change-me\n";
  }

  @Override
  public int rank() {
    return 10;
  }

  @Override
  public boolean claims(String fileName) {
    return fileName.endsWith(".yaml") || fileName.endsWith(".yml");
  }

  /** SOPS takes 0 to mean the default. */
  @Override
  public Optional<Indent> indent(int width) {
    if (width < 0) {
      return Optional.empty();
    }
    return Optional.of(width == 0 ? Indent.DEFAULT : new Indent(width));
  }

  @Override
  public boolean holdsTrees() {
    return true;
  }

  @Override
  public boolean holdsBytes() {
    return true;
  }

  /**
   * Returns a file with unquoted text and a number whose spelling must be kept, as in many real
   * files.
   */
  @Override
  public Optional<SampleFile> sample() {
    String start = "# a comment\nlist: [1, true, 2.50, null]\nplain: some words\n";
    return Optional.of(new SampleFile("app.yaml", start, "key%: \"value %\"\n", ""));
  }

  /** JSON is also YAML. */
  @Override
  public boolean looksSealed(String text) {
    return SealedLook.hasLine(text, "sops:") || SealedLook.isJson(text);
  }

  @Override
  public boolean reserves(String key) {
    return key.equals(YamlReader.METADATA);
  }

  @Override
  public Document read(SourceText source) {
    return YamlReader.read(this, source);
  }

  @Override
  public String tokenText(Leaf leaf, String token) {
    return ScalarText.tokenText(leaf, token);
  }

  @Override
  public List<Splice> headerChange(Leaf leaf, Scalar value) {
    return ScalarText.headerChange(leaf, value);
  }

  @Override
  public String tokenText(Comment comment, String token) {
    return token;
  }

  @Override
  public byte[] valueText(Leaf leaf, Scalar value) {
    return ScalarText.valueText(leaf, value).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean mayRead(Leaf leaf, String text, Scalar value) {
    byte[] alone = ScalarText.alone(leaf, text).getBytes(StandardCharsets.UTF_8);
    try {
      List<MapNode> branches = read(new SourceText("", alone)).branches();
      if (branches.size() != 1 || branches.get(0).entries().size() != 2) {
        return false;
      }
      Node found = branches.get(0).entries().get(0).value().resolved();
      if (found instanceof MapNode map && map.entries().size() == 1) {
        found = map.entries().get(0).value().resolved();
      }
      return found instanceof Leaf read && read.value().equals(value);
    } catch (SealconfException e) {
      return false;
    }
  }

  @Override
  public String valueText(Comment comment, String text) {
    return text;
  }

  @Override
  public boolean holdsComments(ListNode list) {
    return ScalarText.holdsComments(list);
  }

  @Override
  public Splice commentFromToken(Document document, Leaf item, String text) {
    return ScalarText.commentFromToken(document, item, text);
  }

  @Override
  public List<Splice> asEmptyList(Document document, ListNode list) {
    return ScalarText.asEmptyList(document, list);
  }

  @Override
  public String aliasCopy(Alias alias, Function<Leaf, Optional<String>> token) {
    return ScalarText.aliasCopy(alias, token);
  }

  @Override
  public List<Splice> withMetadata(Document document, MapNode metadata) {
    return MetadataBlock.with(document, metadata);
  }

  @Override
  public List<Splice> withoutMetadata(Document document) {
    return MetadataBlock.without(document);
  }

  @Override
  public List<Splice> set(Document document, TreePath path, Node value) {
    return PathEdits.set(document, path, value);
  }

  @Override
  public List<Splice> unset(Document document, TreePath path) {
    return PathEdits.unset(document, path);
  }

  @Override
  public byte[] print(List<MapNode> branches, Optional<MapNode> metadata, Indent indent) {
    return Printer.file(branches, metadata, indent);
  }

  @Override
  public byte[] printValue(Node value, Indent indent) {
    return Printer.value(value, indent);
  }
}
