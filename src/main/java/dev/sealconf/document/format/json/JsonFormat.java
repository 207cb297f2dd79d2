package dev.sealconf.document.format.json;

import com.google.auto.service.AutoService;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Indent;
import dev.sealconf.document.Limits;
import dev.sealconf.document.SampleFile;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import dev.sealconf.document.format.ExtractOutput;
import dev.sealconf.document.format.MergeConflict;
import dev.sealconf.document.format.SealedLook;
import dev.sealconf.document.format.SizeLimit;
import dev.sealconf.document.format.Utf8;
import dev.sealconf.document.format.WideText;
import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** JSON ({@code docs/format.md §4}); the metadata is the member {@code sops} of the root object. */
@AutoService(DocumentFormat.class)
public class JsonFormat implements DocumentFormat {
  private static final String METADATA = "sops";

  private final String name;
  private final String suffix;
  private final int longestString;

  /** Creates the format of {@code .json} files. */
  public JsonFormat() {
    this("json", ".json", Limits.SCALAR_BYTES);
  }

  /** Creates a format with the same syntax and another name. An empty suffix claims no file. */
  public JsonFormat(String name, String suffix, int longestString) {
    this.name = name;
    this.suffix = suffix;
    this.longestString = longestString;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String example() {
    return "{\n"
        + "    \"database\": {\n"
        + "        \"user\": \"app\",\n"
        + "        \"password\": \"change-me\"\n"
        + "    }\n"
        + "}\n";
  }

  @Override
  public int rank() {
    return 20;
  }

  @Override
  public boolean claims(String fileName) {
    return !suffix.isEmpty() && fileName.endsWith(suffix);
  }

  @Override
  public boolean holdsTrees() {
    return true;
  }

  @Override
  public Optional<SampleFile> sample() {
    String start = "{\"list\": [1, true, 2.5, null]";
    return Optional.of(new SampleFile("app" + suffix, start, ",\n \"key%\": \"value\"", "}"));
  }

  @Override
  public boolean looksSealed(String text) {
    return SealedLook.isJson(text);
  }

  @Override
  public boolean reserves(String key) {
    return key.equals(METADATA);
  }

  @Override
  public Document read(SourceText source) {
    SizeLimit.check(source, Math.max(Limits.TEXT_BYTES, longestString));
    WideText.refuse(source);
    JsonReader reader = new JsonReader(source, longestString);
    MapNode root;
    try {
      root = reader.root();
    } catch (SealconfException broken) {
      MergeConflict.refuse(source);
      throw broken;
    }
    return document(source, root, reader);
  }

  private Document document(SourceText source, MapNode root, JsonReader reader) {
    List<Member> data = new ArrayList<>();
    MapNode metadata = null;
    for (Entry entry : root.entries()) {
      boolean found = entry.key().equals(METADATA) && entry.value() instanceof MapNode;
      if (found && metadata == null) {
        metadata = (MapNode) entry.value();
      } else {
        data.add(entry);
      }
    }
    MapNode branch = new MapNode(List.copyOf(data), root.span(), new JsonRoot(root.entries()));
    return new Document(
        this, source, List.of(branch), Optional.ofNullable(metadata), reader.duplicate());
  }

  @Override
  public String tokenText(Leaf leaf, String token) {
    return JsonPrinter.quote(token, JsonStyle.PLAIN);
  }

  @Override
  public byte[] valueText(Leaf leaf, Scalar value) {
    return JsonPrinter.scalar(value, JsonStyle.PLAIN).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String tokenText(Comment comment, String token) {
    throw new UnsupportedOperationException("JSON has no comments");
  }

  @Override
  public String valueText(Comment comment, String text) {
    throw new UnsupportedOperationException("JSON has no comments");
  }

  @Override
  public String aliasCopy(Alias alias, Function<Leaf, Optional<String>> token) {
    throw new UnsupportedOperationException("JSON has no aliases");
  }

  @Override
  public boolean holdsComments(ListNode list) {
    return true;
  }

  /** Removes the item: JSON has no comments, and SOPS drops it too. */
  @Override
  public Splice commentFromToken(Document document, Leaf item, String text) {
    return new JsonEdit(document).removeCommentToken(item);
  }

  @Override
  public List<Splice> withMetadata(Document document, MapNode metadata) {
    List<Splice> splices = new ArrayList<>();
    if (Utf8.startsWithMark(document.source().bytes())) {
      splices.add(Splice.remove(0, Utf8.MARK_LENGTH));
    }
    JsonStyle style = JsonStyle.of(document);
    if (document.metadata().isPresent()) {
      splices.addAll(
          new JsonMetadata(document.source(), style).change(document.metadata().get(), metadata));
    } else {
      splices.addAll(addMetadata(document, metadata, style));
    }
    return splices;
  }

  private List<Splice> addMetadata(Document document, MapNode metadata, JsonStyle style) {
    Span root = document.branches().get(0).span();
    List<Entry> entries = entries(document);
    if (entries.isEmpty()) {
      String member = JsonPrinter.print(METADATA, metadata, style, "");
      return List.of(Splice.insert(root.start() + 1, member));
    }
    JsonMembers members = JsonMembers.of(document.source(), root, entries, style);
    members.add(
        entries.size(), JsonPrinter.print(METADATA, metadata, members.style(), members.margin()));
    return members.splices();
  }

  @Override
  public List<Splice> withoutMetadata(Document document) {
    if (document.metadata().isEmpty()) {
      return List.of();
    }
    List<Entry> entries = entries(document);
    Node block = document.metadata().get();
    Span root = document.branches().get(0).span();
    if (entries.size() == 1 && entries.get(0).keySpan().start() == root.start() + 1) {
      return List.of(Splice.remove(root.start() + 1, block.span().end()));
    }
    JsonMembers members = JsonMembers.of(document.source(), root, entries, JsonStyle.of(document));
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).value() == block) {
        members.remove(i);
      }
    }
    return members.splices();
  }

  private static List<Entry> entries(Document document) {
    return ((JsonRoot) document.branches().get(0).layout()).entries();
  }

  @Override
  public List<Splice> set(Document document, TreePath path, Node value) {
    return new JsonEdit(document).set(path, value);
  }

  @Override
  public List<Splice> unset(Document document, TreePath path) {
    return new JsonEdit(document).unset(path);
  }

  /** Prints the first branch, as SOPS does. */
  @Override
  public byte[] print(List<MapNode> branches, Optional<MapNode> metadata, Indent indent) {
    MapNode root = branches.isEmpty() ? MapNode.of(List.of()) : branches.get(0);
    if (metadata.isPresent()) {
      List<Member> members = new ArrayList<>(root.members());
      members.add(Entry.of(METADATA, metadata.get()));
      root = MapNode.of(members);
    }
    String text = JsonPrinter.print(root, JsonStyle.of(indent), "") + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Scalar printed(Scalar value) {
    return value instanceof Scalar.Time time ? new Scalar.Text(time.value()) : value;
  }

  @Override
  public byte[] printValue(Node value, Indent indent) {
    return ExtractOutput.ofMapOrText(this, value, indent)
        .orElseGet(
            () ->
                JsonPrinter.print(value, JsonStyle.of(indent), "")
                    .getBytes(StandardCharsets.UTF_8));
  }
}
