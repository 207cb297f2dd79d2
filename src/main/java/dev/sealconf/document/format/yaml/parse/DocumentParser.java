package dev.sealconf.document.format.yaml.parse;

import dev.sealconf.document.FormatHints;
import dev.sealconf.document.format.yaml.source.YamlSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.tokens.DirectiveToken;
import org.snakeyaml.engine.v2.tokens.Token;

/** Reads the documents of a file (YAML 1.2 §9) with their markers, directives and comments. */
public final class DocumentParser {
  private final YamlSource source;
  private final TokenStream tokens;
  private final NodeParser nodes;
  private final PendingComments notes;
  private final Set<String> directives = new HashSet<>();

  /** Parses this text. */
  public DocumentParser(YamlSource source) {
    this.source = source;
    this.tokens = new TokenStream(source);
    this.nodes = new NodeParser(source, tokens);
    this.notes = tokens.notes;
  }

  /** Returns all documents of the file, in order. */
  public List<ParsedDocument> documents() {
    tokens.peek();
    tokens.skip();
    List<ParsedDocument> documents = new ArrayList<>();
    while (true) {
      YamlToken token = tokens.peek();
      while (!documents.isEmpty() && token.id == Token.ID.DocumentEnd) {
        tokens.skip();
        token = tokens.peek();
      }
      if (token.id == Token.ID.StreamEnd) {
        return documents;
      }
      documents.add(document(documents.isEmpty()));
    }
  }

  /** Returns every comment line of the file. */
  public List<CommentLine> comments() {
    return tokens.comments();
  }

  private ParsedDocument document(boolean first) {
    YamlToken token = tokens.peek();
    int marker = first ? source.begin : token.start;
    int start = marker;
    directives.clear();
    nodes.handles.clear();
    nodes.handles.putAll(NodeProperties.defaultHandles());
    List<CommentLine> head = PendingComments.NONE;
    ParsedNode root;
    if (token.id == Token.ID.Directive || token.id == Token.ID.DocumentStart) {
      while (tokens.next(Token.ID.Directive)) {
        directive(tokens.peek());
      }
      token = tokens.peek();
      if (token.id != Token.ID.DocumentStart) {
        throw nodes.malformed(token);
      }
      start = token.end;
      tokens.skip();
      root = explicitContent(start);
    } else if (first) {
      head = headOfDocument();
      root = nodes.node(true, false);
    } else {
      throw nodes.malformed(token);
    }
    return documentEnd(root, head, marker, start);
  }

  private ParsedNode explicitContent(int at) {
    return switch (tokens.peek().id) {
      case Directive, DocumentStart, DocumentEnd, StreamEnd -> nodes.absent(at, "");
      default -> nodes.node(true, false);
    };
  }

  private ParsedDocument documentEnd(
      ParsedNode root, List<CommentLine> head, int marker, int start) {
    YamlToken token = tokens.peek();
    int end = token.start;
    if (token.id == Token.ID.DocumentEnd) {
      tokens.skip();
    } else if (token.id != Token.ID.DocumentStart
        && token.id != Token.ID.Directive
        && token.id != Token.ID.StreamEnd) {
      throw nodes.malformed(token);
    }
    ParsedNode last = new ParsedNode(ParsedNode.Kind.SCALAR, end, end);
    last.take(notes);
    List<CommentLine> foot = last.foot.isEmpty() ? last.head : last.foot;
    return new ParsedDocument(root, head, foot, marker, start, end);
  }

  /**
   * Returns the comments above the first node that belong to the document: those up to the last
   * empty line.
   */
  private List<CommentLine> headOfDocument() {
    List<CommentLine> above = notes.head;
    int blank = above.lastIndexOf(CommentLine.BLANK);
    if (blank < 0) {
      return PendingComments.NONE;
    }
    notes.head = above.subList(blank + 1, above.size());
    return above.subList(0, blank);
  }

  private void directive(YamlToken token) {
    DirectiveToken<?> directive = (DirectiveToken<?>) token.scanned;
    List<?> value = directive.getValue().isPresent() ? directive.getValue().get() : List.of();
    if (!directives.add(directive.getName() + value.subList(0, Math.min(1, value.size())))) {
      throw source.refusal(token.start, "a directive is given twice", "remove one of the two");
    }
    if (directive.getName().equals(DirectiveToken.TAG_DIRECTIVE)) {
      nodes.handles.put((String) value.get(0), (String) value.get(1));
    } else if (!value.equals(List.of(1, 1))) {
      throw source
          .failure(token.start, "SOPS reads only the directives %TAG and %YAML 1.1")
          .hintForPlain(FormatHints.encryptWholeOr("remove the directive"));
    }
    tokens.skip();
  }
}
