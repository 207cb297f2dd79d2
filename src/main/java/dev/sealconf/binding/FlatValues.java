package dev.sealconf.binding;

import dev.sealconf.document.tree.Leaf;
import dev.sealconf.error.BindingFailure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** All values of a document as texts, by names such as {@code servers[0].host}. */
public final class FlatValues {
  private FlatValues() {}

  /**
   * Returns the values in file order, without nulls.
   *
   * @throws BindingFailure if a value isn't text
   */
  public static Map<String, String> of(Values values) {
    Map<String, String> all = new LinkedHashMap<>();
    values.visit(
        (name, path, leaf) -> {
          try {
            all.put(name, text(values, leaf));
          } catch (CharacterCodingException e) {
            throw new BindingFailure("the value at " + path + " is not text").from(e);
          }
        });
    return all;
  }

  private static String text(Values values, Leaf leaf) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(values.bytes(leaf)))
        .toString();
  }
}
