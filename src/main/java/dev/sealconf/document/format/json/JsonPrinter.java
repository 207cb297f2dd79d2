package dev.sealconf.document.format.json;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.FormatHints;
import dev.sealconf.document.format.SimpleText;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.FloatText;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.WrittenNumber;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Prints nodes as JSON. Leaves out comments, because JSON has none. */
public final class JsonPrinter {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private final JsonStyle style;
  private final StringBuilder out = new StringBuilder();

  JsonPrinter(JsonStyle style) {
    this.style = style;
  }

  /**
   * Returns a node; all lines after the first are indented by {@code margin} and the style's own
   * indentation.
   */
  public static String print(Node node, JsonStyle style, String margin) {
    JsonPrinter printer = new JsonPrinter(style);
    printer.node(node, margin);
    return printer.out.toString();
  }

  /** Returns one member of an object. */
  public static String print(String key, Node value, JsonStyle style, String margin) {
    JsonPrinter printer = new JsonPrinter(style);
    printer.entry(key, value, margin);
    return printer.out.toString();
  }

  /** Returns any value on one line, as Go's {@code json.Marshal} writes it. */
  public static byte[] compact(Node value) {
    return print(value, JsonStyle.COMPACT, "").getBytes(StandardCharsets.UTF_8);
  }

  private void node(Node node, String margin) {
    Node resolved = node.resolved();
    if (resolved instanceof MapNode map) {
      object(map.entries(), margin);
    } else if (resolved instanceof ListNode list) {
      array(list.items(), margin);
    } else if (resolved instanceof Leaf leaf) {
      String written = WrittenNumber.of(leaf).filter(NUMBER.asMatchPredicate()).orElse(null);
      out.append(written == null ? scalar(leaf.value(), style) : written);
    }
  }

  private void object(List<Entry> entries, String margin) {
    String inner = margin + style.unit();
    out.append('{');
    for (int i = 0; i < entries.size(); i++) {
      separate(i, inner);
      entry(entries.get(i).key(), entries.get(i).value(), inner);
    }
    close(entries.isEmpty(), margin).append('}');
  }

  private void array(List<? extends Element> items, String margin) {
    String inner = margin + style.unit();
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      separate(i, inner);
      node((Node) items.get(i), inner);
    }
    close(items.isEmpty(), margin).append(']');
  }

  private void entry(String key, Node value, String margin) {
    out.append(quote(key, style)).append(style.colon());
    node(value, margin);
  }

  private void separate(int position, String margin) {
    if (position > 0) {
      out.append(style.comma());
    }
    if (!style.oneLine()) {
      out.append(style.newline()).append(margin);
    }
  }

  private StringBuilder close(boolean empty, String margin) {
    return empty || style.oneLine() ? out : out.append(style.newline()).append(margin);
  }

  /**
   * Returns one value as JSON text.
   *
   * @throws SealconfException if JSON can't express it
   */
  static String scalar(Scalar value, JsonStyle style) {
    if (value instanceof Scalar.Text text) {
      return quote(text.value(), style);
    } else if (value instanceof Scalar.Int number) {
      return Long.toString(number.value());
    } else if (value instanceof Scalar.Real real) {
      return real(real.value());
    } else if (value instanceof Scalar.Bool bool) {
      return Boolean.toString(bool.value());
    } else if (value instanceof Scalar.Time time) {
      return quote(time.value(), style);
    } else if (value instanceof Scalar.Blob) {
      throw new OutputFailure.NotRepresentable("a value is not text and can't be written as JSON")
          .hint(FormatHints.writeAs(DocumentFormat::holdsBytes));
    }
    return "null";
  }

  private static String real(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new OutputFailure.NotRepresentable(
          "a float that is infinite or not a number has no JSON form");
    }
    return FloatText.json(value);
  }

  /**
   * Returns a string in double quotes. Escapes only what must be escaped, unless the style requires
   * more.
   */
  static String quote(String text, JsonStyle style) {
    if (!style.cautious() && SimpleText.needsNoEscapes(text)) {
      return '"' + text + '"';
    }
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        control(c, out);
      } else if (style.cautious() && "<>&\u2028\u2029".indexOf(c) >= 0) {
        unicode(c, out);
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private static void control(char c, StringBuilder out) {
    int known = "\b\f\n\r\t".indexOf(c);
    if (known >= 0) {
      out.append('\\').append("bfnrt".charAt(known));
    } else {
      unicode(c, out);
    }
  }

  private static void unicode(char c, StringBuilder out) {
    String digits = Integer.toHexString(c);
    out.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
  }
}
