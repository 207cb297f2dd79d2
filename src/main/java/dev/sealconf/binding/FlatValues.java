package dev.sealconf.binding;

import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** All values of a document as texts, by names such as {@code servers[0].host}. */
public final class FlatValues {
  private FlatValues() {}

  /**
   * Returns the values in file order, without nulls.
   *
   * @throws BindingFailure if a value isn't text, or two values have the same name
   */
  public static Map<String, String> of(Values values) {
    Map<String, String> all = new LinkedHashMap<>();
    Map<String, TreePath> places = new HashMap<>();
    values.visit(
        (name, path, leaf) -> {
          TreePath other = places.putIfAbsent(name, path);
          if (other != null) {
            throw sameName(name, other, path);
          }
          try {
            all.put(name, text(values, leaf));
          } catch (CharacterCodingException e) {
            throw new BindingFailure("the value at " + path + " is not text").from(e);
          }
        });
    return all;
  }

  private static SealconfException sameName(String name, TreePath one, TreePath other) {
    return new BindingFailure(
            "the values at "
                + one
                + " and "
                + other
                + " have the same name, "
                + Printable.quote(name))
        .hint("rename one of the two keys, or read the values by these paths");
  }

  private static String text(Values values, Leaf leaf) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(values.bytes(leaf)))
        .toString();
  }
}
