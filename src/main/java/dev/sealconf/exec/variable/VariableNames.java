package dev.sealconf.exec.variable;

import dev.sealconf.document.tree.TreePath;
import java.util.List;
import java.util.Locale;

/**
 * How variables are called. A value at the top of a file keeps its key. The keys on the way to a
 * nested value are joined, in capitals, with an underscore for each character that a shell doesn't
 * take in a name: {@code db.host-name} is {@code DB__HOST_NAME}.
 */
public final class VariableNames {
  /** What joins keys unless the user chooses something else. */
  public static final String SEPARATOR = "__";

  private final String separator;
  private final String prefix;

  /** Names joined by this separator, each behind this prefix. */
  public VariableNames(String separator, String prefix) {
    this.separator = separator;
    this.prefix = prefix;
  }

  /** The name of the value at a path of keys. */
  public String of(TreePath path) {
    List<TreePath.Step> steps = path.steps();
    if (steps.size() == 1) {
      return prefix + text(steps.get(0));
    }
    StringBuilder name = new StringBuilder(prefix);
    for (int i = 0; i < steps.size(); i++) {
      name.append(i == 0 ? "" : separator).append(part(text(steps.get(i))));
    }
    return name.toString();
  }

  /** The name for keys with dots between them; a name without a dot is a variable's already. */
  public static String ofDotted(String name, String separator) {
    if (name.indexOf('.') < 0) {
      return name;
    }
    TreePath path = TreePath.ROOT;
    for (String key : name.split("\\.", -1)) {
      path = path.then(new TreePath.Key(key));
    }
    return new VariableNames(separator, "").of(path);
  }

  private static String text(TreePath.Step step) {
    return step instanceof TreePath.Key key
        ? key.name()
        : Integer.toString(((TreePath.Index) step).position());
  }

  private static String part(String key) {
    StringBuilder part = new StringBuilder();
    key.toUpperCase(Locale.ROOT)
        .codePoints()
        .forEach(c -> part.appendCodePoint(isOfName(c) ? c : '_'));
    return part.toString();
  }

  private static boolean isOfName(int c) {
    return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }
}
