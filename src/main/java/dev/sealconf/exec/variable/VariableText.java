package dev.sealconf.exec.variable;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.ShortestDecimal;
import dev.sealconf.document.tree.WrittenNumber;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The bytes of a variable: a scalar as its text, a list as compact JSON (RFC 8259). */
public final class VariableText {
  private static final byte[] TOKEN = "ENC[".getBytes(StandardCharsets.UTF_8);
  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  private static final double LARGEST_PLAIN = 1e21;
  private static final double SMALLEST_PLAIN = 1e-6;

  private VariableText() {}

  /** Returns the bytes of a value or a list. */
  public static byte[] of(Node node) {
    return node instanceof ListNode list ? json(list) : of((Leaf) node);
  }

  /** Returns the values in a list, at any depth; empty if the node is not a list. */
  static List<byte[]> parts(Node node) {
    List<byte[]> parts = new ArrayList<>();
    if (node instanceof ListNode) {
      addParts(node, parts);
    }
    return parts;
  }

  private static void addParts(Node node, List<byte[]> parts) {
    if (node.resolved() instanceof ListNode list) {
      list.items().forEach(item -> addParts(item, parts));
    } else if (node.resolved() instanceof MapNode map) {
      map.entries().forEach(entry -> addParts(entry.value(), parts));
    } else if (node.resolved() instanceof Leaf leaf) {
      parts.add(of(leaf));
    }
  }

  private static byte[] of(Leaf leaf) {
    return leaf.value() instanceof Scalar.Blob blob
        ? blob.value()
        : text(leaf).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Leaf leaf) {
    Scalar value = leaf.value();
    if (value instanceof Scalar.Text text) {
      return text.value();
    } else if (value instanceof Scalar.Time time) {
      return time.value();
    } else if (value instanceof Scalar.Int number) {
      return WrittenNumber.of(leaf).orElse(Long.toString(number.value()));
    } else if (value instanceof Scalar.Real real) {
      return WrittenNumber.of(leaf).orElseGet(() -> decimal(real.value()));
    } else if (value instanceof Scalar.Bool bool) {
      return Boolean.toString(bool.value());
    }
    return "";
  }

  private static String decimal(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    }
    double size = Math.abs(value);
    return size == 0 || size >= SMALLEST_PLAIN && size < LARGEST_PLAIN
        ? ShortestDecimal.of(value).toPlainString()
        : ShortestDecimal.of(value).toString().replace('E', 'e');
  }

  private static byte[] json(ListNode list) {
    StringBuilder json = new StringBuilder();
    json(list, json);
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void json(Node node, StringBuilder json) {
    String before = "";
    if (node.resolved() instanceof ListNode list) {
      json.append('[');
      for (Node item : list.items()) {
        json(item, json.append(before));
        before = ",";
      }
      json.append(']');
    } else if (node.resolved() instanceof MapNode map) {
      json.append('{');
      for (Entry entry : map.entries()) {
        quote(entry.key(), json.append(before));
        json(entry.value(), json.append(':'));
        before = ",";
      }
      json.append('}');
    } else if (node.resolved() instanceof Leaf leaf) {
      scalar(leaf, json);
    }
  }

  private static void scalar(Leaf leaf, StringBuilder json) {
    Scalar value = leaf.value();
    if (value instanceof Scalar.Null) {
      json.append("null");
    } else if (value instanceof Scalar.Bool) {
      json.append(text(leaf));
    } else if (value instanceof Scalar.Int || value instanceof Scalar.Real) {
      json.append(number(leaf));
    } else if (value instanceof Scalar.Blob blob) {
      quote(new String(blob.value(), StandardCharsets.ISO_8859_1), json);
    } else {
      quote(text(leaf), json);
    }
  }

  /** Returns a number as the file writes it, if JSON allows that form. */
  private static String number(Leaf leaf) {
    String written = text(leaf);
    if (JSON_NUMBER.matcher(written).matches()) {
      return written;
    }
    String plain = text(Leaf.of(leaf.value()));
    return JSON_NUMBER.matcher(plain).matches() ? plain : '"' + plain + '"';
  }

  private static void quote(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  static boolean hasZero(byte[] value) {
    for (byte b : value) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether a value starts like a token. A program must never take a token for the secret.
   */
  public static boolean isToken(byte[] value) {
    int from = 0;
    while (from < value.length && value[from] <= ' ') {
      from++;
    }
    return value.length - from >= TOKEN.length
        && Arrays.equals(value, from, from + TOKEN.length, TOKEN, 0, TOKEN.length);
  }
}
