package dev.sealconf.document.format.yaml.parse;

import dev.sealconf.document.FormatHints;
import dev.sealconf.document.Limits;
import dev.sealconf.document.format.yaml.source.BlockScalars;
import dev.sealconf.document.format.yaml.source.YamlSource;
import dev.sealconf.error.SealconfException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.tokens.AliasToken;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Builds nodes from tokens (YAML 1.2 §6–8) and attaches the comments that SOPS's parser would
 * attach. That parser decides by the tokens it has looked at, so this parser looks at them in the
 * same order.
 */
final class NodeParser {
  private final YamlSource source;
  private final TokenStream tokens;
  private final PendingComments notes;

  /** The nodes that aliases may refer to. */
  final Map<String, ParsedNode> anchors = new HashMap<>();

  /** The meanings of the document's tag handles. */
  final Map<String, String> handles = NodeProperties.defaultHandles();

  private final FlowParser flows;
  private List<CommentLine> stem;
  private int depth;
  private int nodes;

  NodeParser(YamlSource source, TokenStream tokens) {
    this.source = source;
    this.tokens = tokens;
    this.notes = tokens.notes;
    this.flows = new FlowParser(this, tokens);
  }

  /** Reads the node at the next token; {@code indentless} allows a list that is not indented. */
  ParsedNode node(boolean block, boolean indentless) {
    YamlToken token = tokens.peek();
    if (token.id == Token.ID.Alias) {
      ParsedNode alias = alias(token);
      alias.inFlow = !block;
      return alias;
    }
    int start = token.start;
    NodeProperties properties = new NodeProperties(source, handles);
    while (properties.take(token)) {
      tokens.skip();
      token = tokens.peek();
    }
    ParsedNode raw = content(token, properties, block, indentless);
    raw.start = start;
    raw.inFlow = !block;
    return raw;
  }

  private ParsedNode content(
      YamlToken token, NodeProperties properties, boolean block, boolean indentless) {
    if (indentless && token.id == Token.ID.BlockEntry) {
      return entered(list(token, false), properties, PendingComments.NONE);
    }
    if (token.id == Token.ID.Scalar) {
      ParsedNode raw =
          properties.applyTo(
              new ParsedNode(ParsedNode.Kind.SCALAR, token.start, token.end), anchors);
      raw.value = token.value;
      raw.style = token.style;
      raw.indent = token.indent;
      if (raw.style == ScalarStyle.LITERAL || raw.style == ScalarStyle.FOLDED) {
        raw.lineIndent =
            BlockScalars.lineIndent(source.bytes, token.start, token.end, token.indent);
        raw.end = BlockScalars.contentEnd(source.bytes, token.start, token.end, raw.lineIndent);
        raw.value = BlockScalars.value(source.bytes, raw.end, raw.value);
      }
      raw.take(notes);
      count(token.start);
      tokens.skip();
      return raw;
    }
    if (token.id == Token.ID.FlowSequenceStart || token.id == Token.ID.FlowMappingStart) {
      return flows.collection(token, properties);
    }
    if (block && token.id == Token.ID.BlockSequenceStart) {
      return entered(list(token, true), properties, takeStem());
    }
    if (block && token.id == Token.ID.BlockMappingStart) {
      return entered(
          new ParsedNode(ParsedNode.Kind.MAP, token.start, token.start), properties, takeStem());
    }
    if (properties.end() >= 0) {
      ParsedNode raw = properties.applyTo(absent(properties.end(), " "), anchors);
      raw.indent = token.indent;
      return raw;
    }
    throw malformed(token);
  }

  private static ParsedNode list(YamlToken token, boolean indented) {
    ParsedNode raw = new ParsedNode(ParsedNode.Kind.LIST, token.start, token.start);
    raw.absent = !indented;
    return raw;
  }

  private List<CommentLine> takeStem() {
    List<CommentLine> taken = stem == null ? PendingComments.NONE : stem;
    stem = null;
    return taken;
  }

  /** Reads the entries of a block collection whose first token was already looked at. */
  private ParsedNode entered(ParsedNode raw, NodeProperties properties, List<CommentLine> head) {
    YamlToken token = tokens.peek();
    boolean indentless = raw.absent;
    raw.absent = false;
    properties.applyTo(raw, anchors);
    raw.head = head;
    raw.indent = token.column;
    deeper(token);
    if (raw.kind == ParsedNode.Kind.MAP) {
      tokens.skip();
      blockMap(raw);
    } else {
      if (!indentless) {
        tokens.skip();
      }
      blockList(raw, indentless);
    }
    shallower();
    closeBlock(raw);
    return raw;
  }

  private static void closeBlock(ParsedNode raw) {
    raw.end = raw.content;
    for (int i = raw.children.size() - 1; i >= 0 && i >= raw.children.size() - 2; i--) {
      raw.end = Math.max(raw.end, raw.children.get(i).end);
    }
  }

  private void blockList(ParsedNode raw, boolean indentless) {
    while (tokens.next(Token.ID.BlockEntry)) {
      int dash = tokens.peek().end;
      int before = notes.head.size();
      tokens.skip();
      splitStem(before);
      Token.ID id = tokens.peek().id;
      boolean nothing =
          id == Token.ID.BlockEntry
              || id == Token.ID.BlockEnd
              || indentless && (id == Token.ID.Key || id == Token.ID.Value);
      raw.children.add(nothing ? absent(dash, " ") : node(true, false));
    }
    if (indentless) {
      return;
    }
    if (!tokens.next(Token.ID.BlockEnd)) {
      throw malformed(tokens.peek());
    }
    tokens.skip();
  }

  /**
   * Moves comments above a dash to the collection that starts after the dash, rather than to the
   * collection's first entry.
   */
  private void splitStem(int before) {
    if (before == 0) {
      return;
    }
    Token.ID id = tokens.peek().id;
    if (id == Token.ID.BlockSequenceStart || id == Token.ID.BlockMappingStart) {
      List<CommentLine> all = notes.head;
      stem = all.subList(0, before);
      notes.head = all.subList(before, all.size());
    }
  }

  private void blockMap(ParsedNode raw) {
    while (tokens.next(Token.ID.Key)) {
      int mark = tokens.peek().end;
      tokens.skip();
      ParsedNode key = blockPart(mark);
      mark = key.end;
      String separator = ":";
      if (tokens.next(Token.ID.Value)) {
        mark = tokens.peek().end;
        separator = " ";
        tokens.skip();
        MapComments.pair(raw, key, blockPart(mark));
      } else {
        MapComments.pair(raw, key, absent(mark, separator));
      }
    }
    YamlToken token = tokens.peek();
    if (token.id != Token.ID.BlockEnd) {
      throw malformed(token);
    }
    ParsedNode last = new ParsedNode(ParsedNode.Kind.SCALAR, token.start, token.start);
    last.take(notes);
    MapComments.close(raw, last);
    tokens.skip();
  }

  private ParsedNode blockPart(int mark) {
    return switch (tokens.peek().id) {
      case Key, Value, BlockEnd -> absent(mark, " ");
      default -> node(true, true);
    };
  }

  private ParsedNode alias(YamlToken token) {
    ParsedNode raw = new ParsedNode(ParsedNode.Kind.ALIAS, token.start, token.end);
    raw.value = ((AliasToken) token.scanned).getValue().getValue();
    raw.target = anchors.get(raw.value);
    if (raw.target == null) {
      throw source.failure(token.start, "the alias has no anchor before it");
    }
    raw.take(notes);
    count(token.start);
    tokens.skip();
    return raw;
  }

  /**
   * Returns a node that is not written; {@code separator} precedes a value that is written there
   * later.
   */
  ParsedNode absent(int at, String separator) {
    ParsedNode raw = new ParsedNode(ParsedNode.Kind.SCALAR, at, at);
    raw.absent = true;
    raw.separator = separator;
    count(at);
    return raw;
  }

  /** Counts one more level of nesting, up to a limit. */
  void deeper(YamlToken token) {
    count(token.start);
    if (++depth > Limits.DEPTH) {
      throw source
          .failure(token.start, "maps and lists are nested more than " + Limits.DEPTH + " deep")
          .hintForPlain(FormatHints.encryptWhole());
    }
  }

  /** Counts one more node, keys included, before it takes up memory. The count is exact. */
  private void count(int offset) {
    if (++nodes > 2 * Limits.LEAVES) {
      throw AliasLimits.tooMany(source, offset);
    }
  }

  void shallower() {
    depth--;
  }

  /** Returns the failure for a token that is not allowed here. */
  SealconfException malformed(YamlToken token) {
    return source.failure(token.start, "the text is not valid YAML");
  }
}
