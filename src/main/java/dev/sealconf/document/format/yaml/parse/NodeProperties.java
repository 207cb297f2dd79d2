package dev.sealconf.document.format.yaml.parse;

import dev.sealconf.document.format.yaml.source.YamlSource;
import dev.sealconf.error.SealconfException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.tokens.AnchorToken;
import org.snakeyaml.engine.v2.tokens.TagToken;

/** The anchor and the tag of a node, in either order. */
final class NodeProperties {
  private static final String CORE = "tag:yaml.org,2002:";

  private final YamlSource source;
  private final Map<String, String> handles;
  private String anchor;
  private String tag = "";
  private int tagStart = -1;
  private int tagEnd;
  private int end = -1;

  NodeProperties(YamlSource source, Map<String, String> handles) {
    this.source = source;
    this.handles = handles;
  }

  /** Returns the handles that need no directive. */
  static Map<String, String> defaultHandles() {
    Map<String, String> handles = new HashMap<>();
    handles.put("!", "!");
    handles.put("!!", CORE);
    return handles;
  }

  /** Takes a token if it is another property; returns whether it was. */
  boolean take(YamlToken token) {
    if (token.scanned instanceof AnchorToken found && anchor == null) {
      anchor = found.getValue().getValue();
    } else if (token.scanned instanceof TagToken found && tagStart < 0) {
      tag = shortForm(found, token);
      tagStart = token.start;
      tagEnd = token.end;
    } else {
      return false;
    }
    end = token.end;
    return true;
  }

  /** Returns the end of the last property, or -1 if there is none. */
  int end() {
    return end;
  }

  private String shortForm(TagToken found, YamlToken token) {
    Optional<String> handle = found.getValue().getHandle();
    String full = found.getValue().getSuffix();
    if (handle.isPresent()) {
      String prefix = handles.get(handle.get());
      if (prefix == null) {
        throw undefined(token);
      }
      full = prefix + full;
    }
    return full.startsWith(CORE) ? "!!" + full.substring(CORE.length()) : full;
  }

  private SealconfException undefined(YamlToken token) {
    return source.failure(token.start, "the tag uses a handle that no %TAG line defines");
  }

  /** Stores the properties in a node, and its anchor in {@code anchors}. */
  ParsedNode applyTo(ParsedNode raw, Map<String, ParsedNode> anchors) {
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
