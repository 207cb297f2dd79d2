package dev.sealconf.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Valid YAML from a seed, as nasty as it gets: comments everywhere, every style of scalar, block
 * headers, flow collections, anchors, aliases, merge keys, tags, odd keys, several documents, line
 * ends of both kinds.
 */
final class RandomYaml {
  private final RandomText text;
  private final RandomYamlScalars scalars;
  private final StringBuilder out = new StringBuilder();
  private final List<String> anchors = new ArrayList<>();
  private final List<String> mapAnchors = new ArrayList<>();
  private int names;
  private int insideAnchor;

  private RandomYaml(long seed) {
    text = new RandomText(new Random(seed));
    scalars = new RandomYamlScalars(text);
  }

  /** The document of this seed. */
  static byte[] document(long seed) {
    return new RandomYaml(seed).stream().getBytes(StandardCharsets.UTF_8);
  }

  private String stream() {
    String start =
        text.pick("", "", "", "", "", "---\n", "--- # start\n", "%YAML 1.1\n---\n", "\n");
    out.append(start);
    int documents = text.chance(85) ? 1 : 2 + text.below(2);
    for (int i = 0; i < documents; i++) {
      if (i > 0) {
        out.append(text.pick("---\n", "--- # next\n", "...\n---\n"));
      }
      anchors.clear();
      mapAnchors.clear();
      root();
    }
    out.append(text.pick("", "", "", "...\n", "# the end\n", "\n"));
    String whole = out.toString();
    if (text.chance(10)) {
      whole = whole.stripTrailing();
    }
    if (text.chance(15)) {
      whole = whole.replace("\n", "\r\n");
    }
    return text.chance(5) ? "\ufeff" + whole : whole;
  }

  private void root() {
    if (text.chance(5)) {
      out.append(flowMap(2)).append(inlineComment()).append('\n');
    } else {
      blockMap(0, 0, false);
    }
  }

  /**
   * Entries of a block map; {@code begun} if the line already holds the indentation of the first.
   */
  private void blockMap(int indent, int depth, boolean begun) {
    int entries = 1 + text.below(depth == 0 ? 6 : 3);
    for (int i = 0; i < entries; i++) {
      if (i > 0 || !begun) {
        between(indent);
        out.append(" ".repeat(indent));
      }
      entry(indent, depth);
    }
    if (text.chance(5)) {
      comment(indent);
    }
  }

  private void entry(int indent, int depth) {
    if (insideAnchor == 0 && !mapAnchors.isEmpty() && text.chance(6) && names++ >= 0) {
      out.append("\"m").append(names).append("\":\n").append(" ".repeat(indent + 2));
      out.append("<<: *").append(text.pick(mapAnchors)).append('\n');
      return;
    }
    String key = key();
    if (text.chance(4)) {
      out.append("? ").append(key).append(inlineComment()).append('\n');
      out.append(" ".repeat(indent)).append(": ").append(scalars.oneLine(false)).append('\n');
      return;
    }
    out.append(key).append(text.chance(5) ? text.spaces(1, 3) : "").append(':');
    value(indent, depth, false);
  }

  private String key() {
    String name = "k" + names++ + (text.chance(10) ? "_unencrypted" : "");
    return switch (text.below(12)) {
      case 0 -> '"' + name + " é\\u00e9\\t:\"";
      case 1 -> "'" + name + " it''s # no comment'";
      case 2 -> name + " with words";
      case 3 -> "ключ🔑" + name;
      case 4 -> name + ":colon#hash";
      case 5 -> "-" + name;
      default -> name;
    };
  }

  /** What stands behind a key's colon, or behind a list's dash. */
  private void value(int indent, int depth, boolean inList) {
    String anchor = text.chance(8) ? "a" + names++ : "";
    boolean nest = depth < 4 && text.chance(35);
    insideAnchor += anchor.isEmpty() ? 0 : 1;
    if (nest) {
      nested(indent, depth, inList, anchor);
    } else {
      simple(indent, anchor);
    }
    insideAnchor -= anchor.isEmpty() ? 0 : 1;
    if (!anchor.isEmpty()) {
      anchors.add(anchor);
    }
  }

  private void nested(int indent, int depth, boolean inList, String anchor) {
    if (inList && anchor.isEmpty() && text.chance(60)) {
      int spaces = 1 + text.below(3);
      out.append(" ".repeat(spaces));
      collection(indent + 1 + spaces, depth + 1, true);
      return;
    }
    out.append(anchor.isEmpty() ? "" : " &" + anchor).append(inlineComment()).append('\n');
    boolean map = text.chance(60);
    if (map) {
      blockMap(indent + 1 + text.below(4), depth + 1, false);
      if (!anchor.isEmpty()) {
        mapAnchors.add(anchor);
      }
    } else {
      blockList(indent + (inList ? 1 : 0) + text.below(4), depth + 1, false);
    }
  }

  private void collection(int indent, int depth, boolean begun) {
    if (text.chance(60)) {
      blockMap(indent, depth, begun);
    } else {
      blockList(indent, depth, begun);
    }
  }

  private void blockList(int indent, int depth, boolean begun) {
    int items = 1 + text.below(4);
    for (int i = 0; i < items; i++) {
      if (i > 0 || !begun) {
        between(indent);
        out.append(" ".repeat(indent));
      }
      out.append('-');
      value(indent, depth, true);
    }
  }

  private void simple(int indent, String anchor) {
    String properties = anchor.isEmpty() ? "" : " &" + anchor;
    String gap = text.spaces(1, text.chance(10) ? 4 : 1);
    if (anchor.isEmpty() && insideAnchor == 0 && !anchors.isEmpty() && text.chance(20)) {
      out.append(gap).append('*').append(text.pick(anchors)).append(inlineComment()).append('\n');
      return;
    }
    out.append(properties);
    switch (text.below(10)) {
      case 0 -> out.append(gap).append(scalars.block(indent));
      case 1 ->
          out.append(gap).append(scalars.manyLines(indent)).append(inlineComment()).append('\n');
      case 2 -> out.append(gap).append(flow(2)).append(inlineComment()).append('\n');
      case 3 -> out.append(inlineComment()).append('\n');
      default ->
          out.append(gap).append(scalars.oneLine(false)).append(inlineComment()).append('\n');
    }
  }

  private String flow(int depth) {
    return text.chance(50) ? flowMap(depth) : flowList(depth);
  }

  private String flowMap(int depth) {
    StringBuilder flow = new StringBuilder("{").append(text.spaces(0, 1));
    for (int i = text.below(4); i > 0; i--) {
      String key = text.chance(30) ? "\"f" + names++ + "\"" : "f" + names++;
      flow.append(key)
          .append(": ")
          .append(flowValue(depth))
          .append(i > 1 ? ", " : text.pick("", " "));
    }
    return flow.append('}').toString();
  }

  private String flowList(int depth) {
    StringBuilder flow = new StringBuilder("[").append(text.spaces(0, 2));
    for (int i = text.below(4); i > 0; i--) {
      flow.append(flowValue(depth))
          .append(i > 1 ? text.pick(",", ", ", " , ") : text.pick("", ","));
    }
    return flow.append(']').toString();
  }

  private String flowValue(int depth) {
    return depth > 0 && text.chance(25) ? flow(depth - 1) : scalars.oneLine(true);
  }

  /** Blank lines and comments before an entry or item. */
  private void between(int indent) {
    out.append("\n".repeat(text.chance(12) ? 1 + text.below(2) : 0));
    if (text.chance(15)) {
      comment(indent);
      out.append(text.chance(20) ? "\n" : "");
    }
  }

  private void comment(int indent) {
    for (int i = text.below(2); i >= 0; i--) {
      out.append(" ".repeat(indent)).append(text.pick("# ", "#", "## ", "#\t"));
      out.append(text.words(4)).append(text.pick("", "", "  ")).append('\n');
    }
  }

  private String inlineComment() {
    return text.chance(12) ? text.pick(" # ", "  #", "   # ") + text.words(3) : "";
  }
}
