package dev.sealconf.binding;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.WrittenNumber;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The values of a document as Jackson's tree, from which Jackson makes objects. */
final class JsonTree {
  private static final String DECIMAL = "-?[0-9]{1,40}[.][0-9]{1,40}";

  private final Values values;
  private final JsonNodeFactory nodes = JsonNodeFactory.instance;

  JsonTree(Values values) {
    this.values = values;
  }

  JsonNode of(Node node) {
    Node resolved = node.resolved();
    if (resolved instanceof MapNode map) {
      ObjectNode object = nodes.objectNode();
      for (Entry entry : map.entries()) {
        object.set(values.key(entry), of(entry.value()));
      }
      return object;
    } else if (resolved instanceof ListNode list) {
      ArrayNode array = nodes.arrayNode();
      list.items().forEach(item -> array.add(of(item)));
      return array;
    }
    return leaf((Leaf) resolved);
  }

  /**
   * Returns the whole document. In a file without maps in it, such as {@code .properties}, the dots
   * of keys make maps: {@code db.port} is {@code port} in {@code db}, unless {@code db} has a
   * value.
   */
  JsonNode whole() {
    if (!values.isFlat()) {
      return of(values.root());
    }
    ObjectNode object = nodes.objectNode();
    for (Entry entry : values.root().entries()) {
      String key = values.key(entry);
      if (!nested(object, key.split("[.]", -1), of(entry.value()))) {
        object.set(key, of(entry.value()));
      }
    }
    return object;
  }

  private static boolean nested(ObjectNode root, String[] keys, JsonNode value) {
    ObjectNode object = root;
    for (int i = 0; i < keys.length - 1; i++) {
      JsonNode next = object.has(keys[i]) ? object.get(keys[i]) : object.putObject(keys[i]);
      if (!(next instanceof ObjectNode below)) {
        return false;
      }
      object = below;
    }
    String last = keys[keys.length - 1];
    if (object.has(last)) {
      return false;
    }
    object.set(last, value);
    return true;
  }

  private JsonNode leaf(Leaf leaf) {
    Scalar value = leaf.value();
    if (value instanceof Scalar.Text text) {
      return nodes.stringNode(values.text(text));
    } else if (value instanceof Scalar.Int number) {
      return nodes.numberNode(number.value());
    } else if (value instanceof Scalar.Real number) {
      return real(number.value(), WrittenNumber.of(leaf));
    } else if (value instanceof Scalar.Bool flag) {
      return nodes.booleanNode(flag.value());
    } else if (value instanceof Scalar.Time time) {
      return nodes.stringNode(time.value());
    } else if (value instanceof Scalar.Blob blob) {
      return nodes.binaryNode(blob.value().clone());
    }
    return nodes.nullNode();
  }

  /** Keeps the zeros at the end of a decimal, such as {@code 1.10}, in case it is read as text. */
  private JsonNode real(double value, Optional<String> written) {
    return written.filter(text -> text.matches(DECIMAL)).isPresent()
        ? nodes.numberNode(new BigDecimal(written.get()))
        : nodes.numberNode(value);
  }
}
