package dev.sealconf.document.format.yaml.layout;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.format.yaml.edit.NodeEdits;
import dev.sealconf.document.format.yaml.parse.CommentLine;
import dev.sealconf.document.format.yaml.parse.DocumentParser;
import dev.sealconf.document.format.yaml.parse.ParsedDocument;
import dev.sealconf.document.format.yaml.parse.ParsedNode;
import dev.sealconf.document.format.yaml.source.YamlSource;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a YAML file into the tree that SOPS reads from it ({@code docs/format.md §4}). */
public final class YamlReader {
  /** The key of the metadata block at the top of a document. */
  public static final String METADATA = "sops";

  private final DocumentFormat format;
  private final YamlSource source;
  private final List<ParsedDocument> documents;
  private final List<CommentLine> comments;

  /** Whether the first document was given an empty block that is not in its file. */
  private final boolean provisional;

  private YamlReader(DocumentFormat format, YamlSource source) {
    this.format = format;
    this.source = source;
    DocumentParser parser = new DocumentParser(source);
    this.documents = new ArrayList<>(parser.documents());
    this.comments = new ArrayList<>(parser.comments());
    this.provisional = AssumedMetadata.wanted(documents, comments);
    if (provisional) {
      AssumedMetadata.into(source, documents, comments);
    }
  }

  /**
   * Reads the file as a document.
   *
   * @throws dev.sealconf.error.SealconfException if it is too large, or not YAML that SOPS can
   *     represent
   */
  public static Document read(DocumentFormat format, SourceText text) {
    return new YamlReader(format, new YamlSource(text)).document();
  }

  private Document document() {
    TreeBuilder maker = new TreeBuilder(source);
    List<List<Member>> roots = roots(maker);
    if (!documents.isEmpty() && DroppedComments.keep(documents, comments)) {
      maker = new TreeBuilder(source);
      roots = roots(maker);
    }
    List<MapNode> branches = new ArrayList<>();
    Optional<MapNode> metadata = Optional.empty();
    for (int i = 0; i < roots.size(); i++) {
      Entry block = null;
      if (i == 0 && provisional) {
        takeMetadata(roots.get(0));
      } else if (i == 0 && hasMetadata(roots.get(0)) || metadata.isPresent()) {
        block = takeMetadata(roots.get(i));
      }
      if (i == 0 && block != null) {
        metadata = Optional.of((MapNode) block.value().resolved());
      }
      branches.add(branch(documents.get(i), roots.get(i), block));
    }
    return new Document(
        format, source.source, branches, metadata, Optional.ofNullable(maker.duplicate()));
  }

  private List<List<Member>> roots(TreeBuilder maker) {
    List<List<Member>> roots = new ArrayList<>();
    for (ParsedDocument document : documents) {
      roots.add(maker.root(document));
    }
    return roots;
  }

  /** Returns whether the last entry with that name is a map. Anything else is an ordinary value. */
  private static boolean hasMetadata(List<Member> members) {
    int at = indexOfMetadata(members);
    return at >= 0 && ((Entry) members.get(at)).value().resolved() instanceof MapNode;
  }

  private static Entry takeMetadata(List<Member> members) {
    int at = indexOfMetadata(members);
    return at < 0 ? null : (Entry) members.remove(at);
  }

  private static int indexOfMetadata(List<Member> members) {
    for (int i = members.size() - 1; i >= 0; i--) {
      if (members.get(i) instanceof Entry entry && entry.key().equals(METADATA)) {
        return i;
      }
    }
    return -1;
  }

  private MapNode branch(ParsedDocument document, List<Member> members, Entry block) {
    ParsedNode root = document.root();
    Span extent = block == null ? null : new Span(block.keySpan().start(), NodeEdits.end(block));
    return new MapNode(
        members,
        new Span(root.start, root.end),
        new DocumentLayout(
            YamlLayout.node(root, source.eol),
            !root.absent && root.start < root.end,
            root.kind == ParsedNode.Kind.MAP,
            extent,
            document.marker(),
            document.start(),
            document.end()));
  }
}
