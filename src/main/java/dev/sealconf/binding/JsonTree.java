package dev.sealconf.binding;

import dev.sealconf.binding.jackson.SpelledNumber;
import dev.sealconf.document.Limits;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The values of a document as Jackson's tree, from which Jackson makes objects. */
final class JsonTree {
  /** The section of an INI file that SOPS adds if the file doesn't have it. */
  private static final String SECTION = "DEFAULT";

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
   * of keys make maps: {@code db.port} is {@code port} in {@code db}. An INI file has no section
   * {@code DEFAULT} without keys.
   *
   * @throws SealconfException a {@code BindingFailure} if {@code db} has a value, too
   */
  JsonNode whole() {
    JsonNode whole = values.isFlat() ? below("") : of(values.root());
    if (values.hasSections() && whole.path(SECTION).isEmpty()) {
      ((ObjectNode) whole).remove(SECTION);
    }
    return whole;
  }

  /** Returns the values below a path that is the start of keys with dots, if there are any. */
  Optional<JsonNode> below(TreePath path) {
    if (!values.isFlat()) {
      return Optional.empty();
    }
    StringBuilder start = new StringBuilder();
    for (TreePath.Step step : path.steps()) {
      if (!(step instanceof TreePath.Key key)) {
        return Optional.empty();
      }
      start.append(key.name()).append('.');
    }
    return Optional.of(below(start.toString())).filter(part -> !part.isEmpty());
  }

  private JsonNode below(String start) {
    ObjectNode object = nodes.objectNode();
    for (Entry entry : values.root().entries()) {
      String key = values.key(entry);
      if (key.startsWith(start)) {
        nest(object, start, key.substring(start.length()).split("[.]", -1), of(entry.value()));
      }
    }
    return object;
  }

  private static void nest(ObjectNode root, String start, String[] steps, JsonNode value) {
    if (steps.length > Limits.DEPTH) {
      throw new BindingFailure("a key has more than " + Limits.DEPTH + " parts between its dots")
          .hint("shorten it, or read each value with get(path)");
    }
    ObjectNode object = root;
    for (int i = 0; i < steps.length - 1; i++) {
      JsonNode next = object.has(steps[i]) ? object.get(steps[i]) : object.putObject(steps[i]);
      if (!(next instanceof ObjectNode below)) {
        String outer = String.join(".", Arrays.copyOf(steps, i + 1));
        throw both(start + outer, start + String.join(".", steps));
      }
      object = below;
    }
    String last = steps[steps.length - 1];
    if (object.get(last) instanceof ObjectNode below) {
      String outer = start + String.join(".", steps);
      throw both(outer, outer + firstKey(below));
    }
    object.set(last, value);
  }

  private static String firstKey(ObjectNode object) {
    StringBuilder key = new StringBuilder();
    JsonNode node = object;
    while (node instanceof ObjectNode map) {
      String name = map.propertyNames().iterator().next();
      key.append('.').append(name);
      node = map.get(name);
    }
    return key.toString();
  }

  private static SealconfException both(String outer, String inner) {
    return new BindingFailure(
            "the file has values for "
                + Printable.quote(outer)
                + " and "
                + Printable.quote(inner)
                + ", and "
                + Printable.quote(outer)
                + " can't be both a value and a group of values")
        .hint("rename one of the keys, or read each value with get(path)");
  }

  /** Returns a value; its text is the same as that of {@code get(path)}. */
  private JsonNode leaf(Leaf leaf) {
    Scalar value = leaf.value();
    if (value instanceof Scalar.Text text) {
      return nodes.stringNode(values.text(text));
    } else if (value instanceof Scalar.Int number) {
      return SpelledNumber.of(number.value(), text(leaf));
    } else if (value instanceof Scalar.Real number) {
      return SpelledNumber.of(number.value(), text(leaf));
    } else if (value instanceof Scalar.Bool flag) {
      return nodes.booleanNode(flag.value());
    } else if (value instanceof Scalar.Time) {
      return nodes.stringNode(text(leaf));
    } else if (value instanceof Scalar.Blob blob) {
      return nodes.binaryNode(blob.value().clone());
    }
    return nodes.nullNode();
  }

  private String text(Leaf leaf) {
    return new String(values.bytes(leaf), StandardCharsets.UTF_8);
  }
}
