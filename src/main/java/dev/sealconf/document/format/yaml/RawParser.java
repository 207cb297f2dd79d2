package dev.sealconf.document.format.yaml;

import dev.sealconf.document.Limits;
import dev.sealconf.error.SealconfException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.tokens.AliasToken;
import org.snakeyaml.engine.v2.tokens.AnchorToken;
import org.snakeyaml.engine.v2.tokens.DirectiveToken;
import org.snakeyaml.engine.v2.tokens.ScalarToken;
import org.snakeyaml.engine.v2.tokens.TagToken;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Builds nodes from tokens (YAML 1.2 §6–9) and gives each the comments that SOPS's parser gives it.
 * That parser decides by the tokens it has looked at, which is why this one looks at them in the
 * same order.
 */
final class RawParser {
  private final YamlSource source;
  private final TokenStream tokens;
  private final Notes notes;
  private final Map<String, Raw> anchors = new HashMap<>();
  private final Map<String, String> tagHandles = new HashMap<>();
  private List<CommentLine> stem;
  private int depth;
  private int scalars;

  RawParser(YamlSource source) {
    this.source = source;
    this.tokens = new TokenStream(source);
    this.notes = tokens.notes;
  }

  List<RawDocument> documents() {
    tokens.peek();
    tokens.skip();
    List<RawDocument> documents = new ArrayList<>();
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

  /** Every comment line of the file. */
  List<CommentLine> comments() {
    return tokens.comments();
  }

  private RawDocument document(boolean first) {
    YamlToken token = tokens.peek();
    int marker = first ? source.begin : token.start;
    int start = marker;
    tagHandles.clear();
    tagHandles.put("!", "!");
    tagHandles.put("!!", "tag:yaml.org,2002:");
    List<CommentLine> head = Notes.NONE;
    Raw root;
    if (token.id == Token.ID.Directive || token.id == Token.ID.DocumentStart) {
      while (tokens.next(Token.ID.Directive)) {
        directive(tokens.peek());
      }
      token = tokens.peek();
      if (token.id != Token.ID.DocumentStart) {
        throw malformed(token);
      }
      start = token.end;
      tokens.skip();
      root = explicitContent(start);
    } else if (first) {
      head = headOfDocument();
      root = node(true, false);
    } else {
      throw malformed(token);
    }
    return documentEnd(root, head, marker, start);
  }

  private Raw explicitContent(int at) {
    return switch (tokens.peek().id) {
      case Directive, DocumentStart, DocumentEnd, StreamEnd -> absent(at, "");
      default -> node(true, false);
    };
  }

  private RawDocument documentEnd(Raw root, List<CommentLine> head, int marker, int start) {
    YamlToken token = tokens.peek();
    int end = token.start;
    if (token.id == Token.ID.DocumentEnd) {
      tokens.skip();
    } else if (token.id != Token.ID.DocumentStart
        && token.id != Token.ID.Directive
        && token.id != Token.ID.StreamEnd) {
      throw malformed(token);
    }
    Raw last = new Raw(Raw.Kind.SCALAR, end, end);
    last.take(notes);
    List<CommentLine> foot = last.foot.isEmpty() ? last.head : last.foot;
    return new RawDocument(root, head, foot, marker, start, end);
  }

  /** The comments above the first node belong to the document as far as the last empty line. */
  private List<CommentLine> headOfDocument() {
    List<CommentLine> above = notes.head;
    int blank = above.lastIndexOf(CommentLine.BLANK);
    if (blank < 0) {
      return Notes.NONE;
    }
    notes.head = above.subList(blank + 1, above.size());
    return above.subList(0, blank);
  }

  private void directive(YamlToken token) {
    DirectiveToken<?> directive = (DirectiveToken<?>) token.token;
    List<?> value = directive.getValue().isPresent() ? directive.getValue().get() : List.of();
    if (directive.getName().equals(DirectiveToken.TAG_DIRECTIVE)) {
      tagHandles.put((String) value.get(0), (String) value.get(1));
    } else if (!value.equals(List.of(1, 1))) {
      throw source
          .failure(token.start, "SOPS reads no directive but %TAG and %YAML 1.1")
          .hint("remove the directive, or use --input-type binary");
    }
    tokens.skip();
  }

  private Raw node(boolean block, boolean indentless) {
    YamlToken token = tokens.peek();
    if (token.id == Token.ID.Alias) {
      return alias(token);
    }
    int start = token.start;
    Properties properties = new Properties(start);
    while (properties.take(token)) {
      tokens.skip();
      token = tokens.peek();
    }
    Raw raw = content(token, properties, block, indentless);
    raw.start = start;
    raw.inFlow = !block;
    return raw;
  }

  private Raw content(YamlToken token, Properties properties, boolean block, boolean indentless) {
    if (indentless && token.id == Token.ID.BlockEntry) {
      return entered(list(token, false), properties, Notes.NONE);
    }
    if (token.token instanceof ScalarToken scalar) {
      Raw raw = properties.applyTo(new Raw(Raw.Kind.SCALAR, token.start, token.end));
      raw.value = scalar.getValue();
      raw.style = scalar.getStyle();
      raw.indent = token.indent;
      if (raw.style == ScalarStyle.LITERAL || raw.style == ScalarStyle.FOLDED) {
        raw.lineIndent =
            BlockScalars.lineIndent(source.bytes, token.start, token.end, token.indent);
        raw.end = BlockScalars.contentEnd(source.bytes, token.start, token.end, raw.lineIndent);
        raw.value = BlockScalars.value(source.bytes, raw.end, raw.value);
      }
      raw.take(notes);
      scalars++;
      tokens.skip();
      return raw;
    }
    if (token.id == Token.ID.FlowSequenceStart || token.id == Token.ID.FlowMappingStart) {
      return flow(token, properties);
    }
    if (block && token.id == Token.ID.BlockSequenceStart) {
      return entered(list(token, true), properties, takeStem());
    }
    if (block && token.id == Token.ID.BlockMappingStart) {
      return entered(new Raw(Raw.Kind.MAP, token.start, token.start), properties, takeStem());
    }
    if (properties.end >= 0) {
      Raw raw = properties.applyTo(absent(properties.end, " "));
      raw.indent = token.indent;
      return raw;
    }
    throw malformed(token);
  }

  private static Raw list(YamlToken token, boolean indented) {
    Raw raw = new Raw(Raw.Kind.LIST, token.start, token.start);
    raw.absent = !indented;
    return raw;
  }

  private List<CommentLine> takeStem() {
    List<CommentLine> taken = stem == null ? Notes.NONE : stem;
    stem = null;
    return taken;
  }

  /** Reads the entries of a block collection whose first token was looked at. */
  private Raw entered(Raw raw, Properties properties, List<CommentLine> head) {
    YamlToken token = tokens.peek();
    boolean indentless = raw.absent;
    raw.absent = false;
    properties.applyTo(raw);
    raw.head = head;
    raw.indent = token.column;
    deeper(token);
    if (raw.kind == Raw.Kind.MAP) {
      tokens.skip();
      blockMap(raw);
    } else {
      if (!indentless) {
        tokens.skip();
      }
      blockList(raw, indentless);
    }
    depth--;
    closeBlock(raw);
    return raw;
  }

  private static void closeBlock(Raw raw) {
    raw.end = raw.content;
    for (int i = raw.children.size() - 1; i >= 0 && i >= raw.children.size() - 2; i--) {
      raw.end = Math.max(raw.end, raw.children.get(i).end);
    }
  }

  private void blockList(Raw raw, boolean indentless) {
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
   * Comments above a dash belong to the collection that the dash begins, not to its first entry.
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

  private void blockMap(Raw raw) {
    while (tokens.next(Token.ID.Key)) {
      int mark = tokens.peek().end;
      tokens.skip();
      Raw key = blockPart(mark);
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
    Raw last = new Raw(Raw.Kind.SCALAR, token.start, token.start);
    last.take(notes);
    MapComments.close(raw, last);
    tokens.skip();
  }

  private Raw blockPart(int mark) {
    return switch (tokens.peek().id) {
      case Key, Value, BlockEnd -> absent(mark, " ");
      default -> node(true, true);
    };
  }

  private Raw flow(YamlToken token, Properties properties) {
    boolean map = token.id == Token.ID.FlowMappingStart;
    Raw raw = new Raw(map ? Raw.Kind.MAP : Raw.Kind.LIST, token.start, token.end);
    properties.applyTo(raw);
    raw.flow = true;
    raw.indent = token.indent;
    raw.take(notes);
    deeper(token);
    tokens.skip();
    Token.ID closing = map ? Token.ID.FlowMappingEnd : Token.ID.FlowSequenceEnd;
    for (boolean first = true; !tokens.next(closing); first = false) {
      if (!first) {
        if (!tokens.next(Token.ID.FlowEntry)) {
          throw malformed(tokens.peek());
        }
        tokens.skip();
        if (tokens.next(closing)) {
          break;
        }
      }
      flowMember(raw, map);
    }
    Raw last = new Raw(Raw.Kind.SCALAR, tokens.peek().start, tokens.peek().end);
    last.take(notes);
    raw.line = last.line;
    raw.foot = last.foot;
    raw.end = last.end;
    tokens.skip();
    depth--;
    return raw;
  }

  private void flowMember(Raw raw, boolean map) {
    YamlToken token = tokens.peek();
    if (token.id == Token.ID.Key) {
      tokens.skip();
      if (map) {
        flowPair(raw, flowPart(token.end));
      } else {
        Raw pair = new Raw(Raw.Kind.MAP, token.start, token.end);
        pair.flow = true;
        pair.inFlow = true;
        deeper(token);
        flowPair(pair, flowPart(token.end));
        pair.end = pair.children.get(1).end;
        depth--;
        raw.children.add(pair);
      }
    } else if (map) {
      Raw key = node(false, false);
      tokens.peek();
      MapComments.pair(raw, key, absent(key.end, ": "));
    } else {
      raw.children.add(node(false, false));
    }
  }

  private void flowPair(Raw raw, Raw key) {
    YamlToken token = tokens.peek();
    if (token.id == Token.ID.Value) {
      tokens.skip();
      MapComments.pair(raw, key, flowPart(token.end));
    } else {
      MapComments.pair(raw, key, absent(key.end, ": "));
    }
  }

  private Raw flowPart(int mark) {
    return switch (tokens.peek().id) {
      case Value, FlowEntry, FlowMappingEnd, FlowSequenceEnd -> {
        Raw raw = absent(mark, " ");
        raw.inFlow = true;
        yield raw;
      }
      default -> node(false, false);
    };
  }

  private Raw alias(YamlToken token) {
    Raw raw = new Raw(Raw.Kind.ALIAS, token.start, token.end);
    raw.value = ((AliasToken) token.token).getValue().getValue();
    raw.target = anchors.get(raw.value);
    if (raw.target == null) {
      throw source.failure(token.start, "the alias refers to no anchor before it");
    }
    raw.take(notes);
    scalars++;
    tokens.skip();
    return raw;
  }

  private Raw absent(int at, String separator) {
    Raw raw = new Raw(Raw.Kind.SCALAR, at, at);
    raw.absent = true;
    raw.separator = separator;
    scalars++;
    return raw;
  }

  private void deeper(YamlToken token) {
    if (++depth > Limits.DEPTH) {
      throw source.failure(
          token.start, "maps and lists are nested more than " + Limits.DEPTH + " deep");
    }
    if (scalars > 4 * Limits.LEAVES) {
      throw source.failure(token.start, "the file has more than " + Limits.LEAVES + " values");
    }
  }

  private SealconfException malformed(YamlToken token) {
    return source.failure(token.start, "the text is not valid YAML");
  }

  /** Anchor and tag of a node, in either order. */
  private final class Properties {
    private String anchor;
    private String tag = "";
    private int tagStart = -1;
    private int tagEnd;
    private int end = -1;

    Properties(int start) {}

    boolean take(YamlToken token) {
      if (token.token instanceof AnchorToken found && anchor == null) {
        anchor = found.getValue().getValue();
      } else if (token.token instanceof TagToken found && tagStart < 0) {
        tag = shortForm(found, token);
        tagStart = token.start;
        tagEnd = token.end;
      } else {
        return false;
      }
      end = token.end;
      return true;
    }

    private String shortForm(TagToken found, YamlToken token) {
      Optional<String> handle = found.getValue().getHandle();
      String full = found.getValue().getSuffix();
      if (handle.isPresent()) {
        String prefix = tagHandles.get(handle.get());
        if (prefix == null) {
          throw source.failure(token.start, "the handle of the tag is not defined");
        }
        full = prefix + full;
      }
      String core = "tag:yaml.org,2002:";
      return full.startsWith(core) ? "!!" + full.substring(core.length()) : full;
    }

    Raw applyTo(Raw raw) {
      raw.content = raw.kind == Raw.Kind.SCALAR && raw.absent ? raw.start : raw.content;
      raw.tag = tag.equals("!") ? "" : tag;
      raw.tagStart = tagStart;
      raw.tagEnd = tagEnd;
      raw.anchor = anchor;
      if (anchor != null) {
        anchors.put(anchor, raw);
      }
      return raw;
    }
  }
}
