package dev.sealconf.exec.notation;

import dev.sealconf.document.tree.TreePath;
import dev.sealconf.exec.variable.Variable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Values that quoting gets wrong: quotes, escapes, line ends, blanks at the ends, any bytes. */
final class RandomValues {
  private static final String[] PIECES = {
    "a", "Zz9", "secret", "'", "\"", "`", "\\", "$", "${", "}", "$(", ")", "!", "#", " #", " ",
    "  ", "\t", "\n", "\r", "\r\n", "%", "%0A", "=", ":", ";", "&", "|", "<", ">", "*", "?", "~",
    "{", "[", "]", "\\n", "\\u00e9", "\\'", "''", "export ", "é", "ß", "日本", "😀", "\u2028",
    "\u00a0", "\ufeff", "\u2019", "\u001b", "\u0001", "\u007f", "EOF", "<<", "::", "0", "true"
  };

  private final Random random;
  private final boolean anyBytes;

  /**
   * A source of values.
   *
   * @param anyBytes whether some values are not UTF-8
   */
  RandomValues(long seed, boolean anyBytes) {
    this.random = new Random(seed);
    this.anyBytes = anyBytes;
  }

  /** So many variables with the names {@code V_0}, {@code V_1}, … */
  List<Variable> next(int count) {
    List<Variable> variables = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      variables.add(new Variable("V_" + i, TreePath.ROOT, value(), true));
    }
    return variables;
  }

  private byte[] value() {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    int pieces = random.nextInt(8);
    for (int i = 0; i < pieces; i++) {
      if (anyBytes && random.nextInt(12) == 0) {
        value.write(1 + random.nextInt(255));
      } else {
        value.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
      }
    }
    return value.toByteArray();
  }
}
