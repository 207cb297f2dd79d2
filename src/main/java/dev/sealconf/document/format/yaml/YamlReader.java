package dev.sealconf.document.format.yaml;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Entry;
import dev.sealconf.document.MapNode;
import dev.sealconf.document.Member;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a YAML file into the tree that SOPS reads from it ({@code docs/format.md §4}). */
public final class YamlReader {
  /** The key of the metadata block at the top of a document. */
  public static final String METADATA = "sops";

  private final DocumentFormat format;
  private final YamlSource source;
  private final List<RawDocument> documents;
  private final List<CommentLine> comments;

  /** Whether the first document was given an empty block that its file does not have. */
  private final boolean provisional;

  private YamlReader(DocumentFormat format, YamlSource source) {
    this.format = format;
    this.source = source;
    RawParser parser = new RawParser(source);
    this.documents = new ArrayList<>(parser.documents());
    this.comments = new ArrayList<>(parser.comments());
    this.provisional = ProvisionalBlock.wanted(documents, comments);
    if (provisional) {
      ProvisionalBlock.into(source, documents, comments);
    }
  }

  /**
   * The file as a document.
   *
   * @throws dev.sealconf.error.SealconfException if it is not YAML that SOPS can hold, or too large
   */
  public static Document read(DocumentFormat format, SourceText text) {
    return new YamlReader(format, new YamlSource(text)).document();
  }

  private Document document() {
    TreeMaker maker = new TreeMaker(source);
    List<List<Member>> roots = roots(maker);
    if (!documents.isEmpty() && LostComments.keep(documents, comments)) {
      maker = new TreeMaker(source);
      roots = roots(maker);
    }
    List<MapNode> branches = new ArrayList<>();
    Optional<MapNode> metadata = Optional.empty();
    for (int i = 0; i < roots.size(); i++) {
      Entry block = takeMetadata(roots.get(i));
      if (i == 0 && provisional) {
        block = null;
      } else if (i == 0 && block != null) {
        metadata = Optional.of(metadata(block));
      }
      branches.add(branch(documents.get(i), roots.get(i), block));
    }
    return new Document(
        format, source.source, branches, metadata, Optional.ofNullable(maker.duplicate()));
  }

  private List<List<Member>> roots(TreeMaker maker) {
    List<List<Member>> roots = new ArrayList<>();
    for (RawDocument document : documents) {
      roots.add(maker.root(document));
    }
    return roots;
  }

  private static Entry takeMetadata(List<Member> members) {
    for (int i = members.size() - 1; i >= 0; i--) {
      if (members.get(i) instanceof Entry entry && entry.key().equals(METADATA)) {
        members.remove(i);
        return entry;
      }
    }
    return null;
  }

  private MapNode metadata(Entry block) {
    if (block.value().resolved() instanceof MapNode map) {
      return map;
    }
    throw source.failure(
        block.keySpan().start(), "the entry " + METADATA + " of the metadata is not a map");
  }

  private MapNode branch(RawDocument document, List<Member> members, Entry block) {
    Raw root = document.root();
    Span extent = block == null ? null : new Span(block.keySpan().start(), Edits.end(block));
    return new MapNode(
        members,
        new Span(root.start, root.end),
        new DocumentLayout(
            YamlLayout.node(root, source.eol),
            !root.absent && root.start < root.end,
            root.kind == Raw.Kind.MAP,
            extent,
            document.marker(),
            document.start(),
            document.end()));
  }
}
