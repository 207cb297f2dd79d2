package dev.sealconf;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SampleFile;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Splice;
import dev.sealconf.document.format.yaml.YamlFormat;
import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** YAML that counts how often a text is read, for {@link ParseCountTest}. */
public final class CountedYaml implements DocumentFormat {
  static final AtomicInteger READS = new AtomicInteger();

  private final DocumentFormat yaml = new YamlFormat();

  @Override
  public String name() {
    return yaml.name();
  }

  @Override
  public List<String> aliases() {
    return yaml.aliases();
  }

  @Override
  public int rank() {
    return yaml.rank() - 1; // asked before the one that it stands for
  }

  @Override
  public boolean claims(String fileName) {
    return yaml.claims(fileName);
  }

  @Override
  public boolean claims(String fileName, byte[] content) {
    return yaml.claims(fileName, content);
  }

  @Override
  public boolean claimsInSops(String fileName) {
    return yaml.claimsInSops(fileName);
  }

  @Override
  public String store() {
    return yaml.store();
  }

  @Override
  public Optional<Indent> indent(int width) {
    return yaml.indent(width);
  }

  @Override
  public String example() {
    return yaml.example();
  }

  @Override
  public boolean looksSealed(String text) {
    return yaml.looksSealed(text);
  }

  @Override
  public DocumentFormat sealedForm() {
    return this;
  }

  @Override
  public boolean encryptsWhole() {
    return yaml.encryptsWhole();
  }

  @Override
  public boolean holdsTrees() {
    return yaml.holdsTrees();
  }

  @Override
  public boolean holdsBytes() {
    return yaml.holdsBytes();
  }

  @Override
  public Optional<SampleFile> sample() {
    return yaml.sample();
  }

  @Override
  public boolean reserves(String key) {
    return yaml.reserves(key);
  }

  @Override
  public Document read(SourceText source) {
    READS.incrementAndGet();
    Document read = yaml.read(source);
    return new Document(this, read.source(), read.branches(), read.metadata(), read.duplicate());
  }

  @Override
  public String tokenText(Leaf leaf, String token) {
    return yaml.tokenText(leaf, token);
  }

  @Override
  public boolean mayRead(Leaf leaf, String text, Scalar value) {
    return yaml.mayRead(leaf, text, value);
  }

  @Override
  public List<Splice> headerChange(Leaf leaf, Scalar value) {
    return yaml.headerChange(leaf, value);
  }

  @Override
  public String tokenText(Comment comment, String token) {
    return yaml.tokenText(comment, token);
  }

  @Override
  public byte[] valueText(Leaf leaf, Scalar value) {
    return yaml.valueText(leaf, value);
  }

  @Override
  public String valueText(Comment comment, String text) {
    return yaml.valueText(comment, text);
  }

  @Override
  public boolean holdsComments(ListNode list) {
    return yaml.holdsComments(list);
  }

  @Override
  public Splice commentFromToken(Document document, Leaf item, String text) {
    return yaml.commentFromToken(document, item, text);
  }

  @Override
  public List<Splice> asEmptyList(Document document, ListNode list) {
    return yaml.asEmptyList(document, list);
  }

  @Override
  public String aliasCopy(Alias alias, Function<Leaf, Optional<String>> token) {
    return yaml.aliasCopy(alias, token);
  }

  @Override
  public List<Splice> withMetadata(Document document, MapNode metadata) {
    return yaml.withMetadata(document, metadata);
  }

  @Override
  public List<Splice> withoutMetadata(Document document) {
    return yaml.withoutMetadata(document);
  }

  @Override
  public List<Splice> set(Document document, TreePath path, Node value) {
    return yaml.set(document, path, value);
  }

  @Override
  public List<Splice> unset(Document document, TreePath path) {
    return yaml.unset(document, path);
  }

  @Override
  public byte[] print(List<MapNode> branches, Optional<MapNode> metadata, Indent indent) {
    return yaml.print(branches, metadata, indent);
  }

  @Override
  public Scalar printed(Scalar value) {
    return yaml.printed(value);
  }

  @Override
  public String variableName(String key) {
    return yaml.variableName(key);
  }

  @Override
  public String variableText(String text) {
    return yaml.variableText(text);
  }

  @Override
  public byte[] printValue(Node value, Indent indent) {
    return yaml.printValue(value, indent);
  }
}
