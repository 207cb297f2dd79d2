package dev.sealconf.exec.program;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.LineText;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.exec.variable.VariableNames;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variables that SOPS makes from a file: the top-level values of its first document. In a
 * format that SOPS doesn't have, keys with dots are named as in {@link VariableNames}.
 */
final class TopLevelVariables {
  private TopLevelVariables() {}

  /**
   * Returns the values as bytes, by name.
   *
   * @throws OutputFailure.NotRepresentable if a value can't be a variable
   */
  static Map<String, byte[]> of(MapNode document, DocumentFormat format) {
    VariableNames names = new VariableNames(VariableNames.SEPARATOR, "").in(format);
    Map<String, byte[]> variables = new LinkedHashMap<>();
    for (Entry entry : document.entries()) {
      String key = entry.key();
      if (!(entry.value().resolved() instanceof Leaf leaf)) {
        throw refusal("cannot use complex value in environment; offending key ", key)
            .hint("sealconf run makes variables of nested values: sealconf run FILE -- COMMAND");
      }
      if (key.indexOf('=') >= 0) {
        throw refusal("cannot use keys with '=' in environment: ", key);
      }
      byte[] value = bytes(leaf.value());
      if (key.indexOf('\0') >= 0 || hasZero(value)) {
        throw refusal("environment variable contains NUL: ", key);
      }
      String name = names.of(TreePath.ROOT.then(new TreePath.Key(key)));
      if (variables.put(name, value) != null) {
        throw refusal("two keys make the same environment variable: ", name);
      }
    }
    return variables;
  }

  private static byte[] bytes(Scalar value) {
    return value instanceof Scalar.Blob blob
        ? blob.value().clone()
        : LineText.of(value).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean hasZero(byte[] value) {
    for (byte b : value) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static SealconfException refusal(String why, String key) {
    return new OutputFailure.NotRepresentable(why + Printable.plain(key));
  }
}
