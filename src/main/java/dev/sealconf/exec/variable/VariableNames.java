package dev.sealconf.exec.variable;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.tree.TreePath;
import java.util.List;
import java.util.Locale;

/**
 * Names variables. A top-level value keeps its key. For a nested value, the keys on its path are
 * joined and capitalized, and each character that a shell doesn't allow in a name becomes an
 * underscore: {@code db.host-name} becomes {@code DB__HOST_NAME}.
 */
public final class VariableNames {
  /** The default separator between keys. */
  public static final String SEPARATOR = "__";

  private final String separator;
  private final String prefix;
  private final boolean dotted;

  /** Joins keys with this separator and puts this prefix before each name. */
  public VariableNames(String separator, String prefix) {
    this(separator, prefix, false);
  }

  private VariableNames(String separator, String prefix, boolean dotted) {
    this.separator = separator;
    this.prefix = prefix;
    this.dotted = dotted;
  }

  /** Returns the names for a format: dots in a key are levels if the format says so. */
  public VariableNames in(DocumentFormat format) {
    return new VariableNames(separator, prefix, format.hasDottedKeys());
  }

  /** Returns the name for the value at this path. */
  public String of(TreePath path) {
    List<TreePath.Step> steps = path.steps();
    if (dotted && steps.size() == 1 && text(steps.get(0)).indexOf('.') >= 0) {
      return prefix + ofDotted(text(steps.get(0)), separator);
    }
    if (steps.size() == 1) {
      return prefix + text(steps.get(0));
    }
    StringBuilder name = new StringBuilder(prefix);
    for (int i = 0; i < steps.size(); i++) {
      name.append(i == 0 ? "" : separator).append(part(text(steps.get(i))));
    }
    return name.toString();
  }

  /**
   * Returns the name for keys separated by dots. A name without dots is already the name of a
   * variable.
   */
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
