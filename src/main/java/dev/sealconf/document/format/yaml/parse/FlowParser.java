package dev.sealconf.document.format.yaml.parse;

import java.util.List;
import org.snakeyaml.engine.v2.tokens.Token;

/** Reads maps and lists in brackets (YAML 1.2 §7.4). */
final class FlowParser {
  private final NodeParser nodes;
  private final TokenStream tokens;

  FlowParser(NodeParser nodes, TokenStream tokens) {
    this.nodes = nodes;
    this.tokens = tokens;
  }

  /**
   * Reads a map or list in brackets; {@code token} is the opening bracket. SOPS drops comments that
   * belong to that bracket. Here they get the place of a comment next to an alias, because an alias
   * may be expanded in brackets.
   */
  ParsedNode collection(YamlToken token, NodeProperties properties) {
    boolean map = token.id == Token.ID.FlowMappingStart;
    ParsedNode raw =
        new ParsedNode(map ? ParsedNode.Kind.MAP : ParsedNode.Kind.LIST, token.start, token.end);
    properties.applyTo(raw, nodes.anchors);
    raw.flow = true;
    raw.indent = token.indent;
    raw.take(tokens.notes);
    List<CommentLine> below = raw.foot;
    raw.foot = PendingComments.NONE;
    nodes.deeper(token);
    tokens.skip();
    Token.ID closing = map ? Token.ID.FlowMappingEnd : Token.ID.FlowSequenceEnd;
    for (boolean first = true; !tokens.next(closing); first = false) {
      if (!first) {
        if (!tokens.next(Token.ID.FlowEntry)) {
          throw nodes.malformed(tokens.peek());
        }
        tokens.skip();
        if (tokens.next(closing)) {
          break;
        }
      }
      flowMember(raw, map);
    }
    ParsedNode last =
        new ParsedNode(ParsedNode.Kind.SCALAR, tokens.peek().start, tokens.peek().end);
    last.take(tokens.notes);
    raw.line = PendingComments.join(raw.line, last.line);
    // SOPS drops it inside the brackets; after them, its place is that of a comment next to an
    // alias.
    boolean inside =
        below.stream().anyMatch(line -> line.start > raw.start && line.start < last.start);
    if (inside) {
      raw.lose(below);
    }
    raw.foot = PendingComments.join(inside ? PendingComments.NONE : below, last.foot);
    raw.end = last.end;
    tokens.skip();
    nodes.shallower();
    return raw;
  }

  private void flowMember(ParsedNode raw, boolean map) {
    YamlToken token = tokens.peek();
    if (token.id == Token.ID.Key) {
      tokens.skip();
      if (map) {
        flowPair(raw, flowPart(token.end));
      } else {
        ParsedNode pair = new ParsedNode(ParsedNode.Kind.MAP, token.start, token.end);
        pair.flow = true;
        pair.inFlow = true;
        nodes.deeper(token);
        flowPair(pair, flowPart(token.end));
        pair.end = pair.children.get(1).end;
        nodes.shallower();
        raw.children.add(pair);
      }
    } else if (map) {
      ParsedNode key = nodes.node(false, false);
      tokens.peek();
      MapComments.pair(raw, key, nodes.absent(key.end, ": "));
    } else {
      raw.children.add(nodes.node(false, false));
    }
  }

  private void flowPair(ParsedNode raw, ParsedNode key) {
    YamlToken token = tokens.peek();
    if (token.id == Token.ID.Value) {
      tokens.skip();
      MapComments.pair(raw, key, flowPart(token.end));
    } else {
      MapComments.pair(raw, key, nodes.absent(key.end, ": "));
    }
  }

  private ParsedNode flowPart(int mark) {
    return switch (tokens.peek().id) {
      case Value, FlowEntry, FlowMappingEnd, FlowSequenceEnd -> {
        ParsedNode raw = nodes.absent(mark, " ");
        raw.inFlow = true;
        yield raw;
      }
      default -> nodes.node(false, false);
    };
  }
}
