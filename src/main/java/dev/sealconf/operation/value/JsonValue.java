package dev.sealconf.operation.value;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.ShortestDecimal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Reads a value given as JSON text. */
public final class JsonValue {
  /** The maximum length of a number in characters. Any 64-bit float can be written with fewer. */
  private static final int LONGEST_NUMBER = 400;

  private JsonValue() {}

  /**
   * Returns the value: a scalar, an object or a list. Integers stay integers. If a format has only
   * text, a number is the text that it is written as.
   *
   * @throws SealconfException with {@code INVALID_SET_FORMAT} if it is not JSON or has a number
   *     with more digits than the format keeps; the message doesn't have the text
   */
  public static Node parse(String json, DocumentFormat format) {
    Document document = read(json);
    Node value = document.branches().get(0).entries().get(0).value();
    if (WrittenNumbers.areIn(format)) {
      refuseRounded(value, document.source());
      return value;
    }
    return new WrittenNumbers(document.source(), format).onto(value, value);
  }

  private static Document read(String json) {
    byte[] wrapped = ("{\"value\": " + json + "\n}").getBytes(StandardCharsets.UTF_8);
    try {
      Document document =
          new DocumentFormats().named("json").read(new SourceText("value", wrapped));
      if (document.branches().get(0).members().size() == 1
          && document.duplicate().isEmpty()
          && document.metadata().isEmpty()) {
        return document;
      }
    } catch (SealconfException e) {
      // Its location would be a place in the wrapper.
    }
    throw new UsageFailure.NotJson("the value is not valid JSON")
        .hint("a string needs double quotes inside the shell's: '\"text\"'");
  }

  private static void refuseRounded(Node node, SourceText source) {
    if (node instanceof MapNode map) {
      map.entries().forEach(entry -> refuseRounded(entry.value(), source));
    } else if (node instanceof ListNode list) {
      list.items().forEach(item -> refuseRounded(item, source));
    } else if (node instanceof Leaf leaf
        && leaf.value() instanceof Scalar.Real real
        && !isExact(source.text(leaf.span()), real.value())) {
      throw new UsageFailure.InvalidValue("a number has more digits than the file would keep")
          .hint("write it as a string, in double quotes inside the shell's: '\"…\"'");
    }
  }

  private static boolean isExact(String written, double value) {
    return written.length() <= LONGEST_NUMBER
        && new BigDecimal(written).compareTo(ShortestDecimal.of(value)) == 0;
  }
}
