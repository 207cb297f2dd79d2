package dev.sealconf.document.format;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Nodes from JSON text, by a parser that is not ours. */
public final class JsonValues {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonValues() {}

  public static Node node(String json) {
    return node(MAPPER.readTree(json));
  }

  public static MapNode map(String json) {
    return (MapNode) node(json);
  }

  private static Node node(JsonNode json) {
    if (json.isObject()) {
      List<Entry> entries = new ArrayList<>();
      json.forEachEntry((key, value) -> entries.add(Entry.of(key, node(value))));
      return MapNode.of(entries);
    } else if (json.isArray()) {
      List<Node> items = new ArrayList<>();
      json.forEach(item -> items.add(node(item)));
      return ListNode.of(items);
    }
    return Leaf.of(scalar(json));
  }

  private static Scalar scalar(JsonNode json) {
    if (json.isString()) {
      return new Scalar.Text(json.stringValue());
    } else if (json.isBoolean()) {
      return new Scalar.Bool(json.booleanValue());
    } else if (json.isNull()) {
      return new Scalar.Null();
    } else if (json.canConvertToLong() && json.isIntegralNumber()) {
      return new Scalar.Int(json.longValue());
    }
    return new Scalar.Real(json.doubleValue());
  }
}
