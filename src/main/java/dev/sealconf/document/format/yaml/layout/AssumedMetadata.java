package dev.sealconf.document.format.yaml.layout;

import dev.sealconf.document.SourceText;
import dev.sealconf.document.format.yaml.parse.CommentLine;
import dev.sealconf.document.format.yaml.parse.DocumentParser;
import dev.sealconf.document.format.yaml.parse.ParsedDocument;
import dev.sealconf.document.format.yaml.parse.ParsedNode;
import dev.sealconf.document.format.yaml.print.ScalarStyles;
import dev.sealconf.document.format.yaml.source.Lines;
import dev.sealconf.document.format.yaml.source.YamlSource;
import java.util.Arrays;
import java.util.List;

/**
 * Comments at the end of a document may belong to another place once the metadata block follows
 * them. A token authenticates where its comment is in the sealed file, so a plain file with such
 * comments is read as if it already had a block.
 */
final class AssumedMetadata {
  private AssumedMetadata() {}

  /** Returns whether the first document has no block, and comments follow its last node. */
  static boolean wanted(List<ParsedDocument> documents, List<CommentLine> comments) {
    if (documents.isEmpty() || comments.isEmpty()) {
      return false;
    }
    ParsedDocument first = documents.get(0);
    ParsedNode root = first.root();
    if (root.kind != ParsedNode.Kind.MAP || root.flow || hasBlock(root)) {
      return false;
    }
    int content = lastContent(root);
    for (CommentLine comment : comments) {
      if (comment.start > content && comment.start < first.end()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the end of the last written scalar. A comment never belongs to an empty item. */
  private static int lastContent(ParsedNode raw) {
    if (raw.children.isEmpty() || raw.flow) {
      return raw.absent ? -1 : raw.end;
    }
    for (int i = raw.children.size() - 1; i >= 0; i--) {
      int end = lastContent(raw.children.get(i));
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  private static boolean hasBlock(ParsedNode root) {
    for (int i = 0; i < root.children.size(); i += 2) {
      if (root.children.get(i).value.equals(YamlReader.METADATA)) {
        return true;
      }
    }
    return false;
  }

  /** Reads the first document again, with an empty block at its end. */
  static void into(YamlSource source, List<ParsedDocument> documents, List<CommentLine> comments) {
    ParsedDocument first = documents.get(0);
    int end = first.end();
    String block =
        new Lines(source.bytes).breakBefore(end)
            + " ".repeat(first.root().indent)
            + YamlReader.METADATA
            + ":";
    byte[] text = Arrays.copyOf(source.bytes, end + block.length());
    System.arraycopy(ScalarStyles.utf8(block), 0, text, end, block.length());
    DocumentParser parser =
        new DocumentParser(new YamlSource(new SourceText(source.source.name(), text)));
    ParsedDocument again = parser.documents().get(0);
    again.root().end = first.root().end;
    documents.set(
        0,
        new ParsedDocument(
            again.root(), again.head(), again.foot(), first.marker(), first.start(), end));
    comments.removeIf(comment -> comment.start < end);
    comments.addAll(0, parser.comments());
  }
}
