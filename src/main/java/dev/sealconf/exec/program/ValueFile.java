package dev.sealconf.exec.program;

import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.NotFound;
import dev.sealconf.error.Printable;
import dev.sealconf.exec.variable.Variable;
import java.util.List;
import java.util.Optional;

/**
 * A value that the program gets as a file.
 *
 * @param variable the variable that has the path of the file
 * @param path where the value is in its file; empty if it is called by the name of a variable
 * @param name the name of the value's own variable; empty if it is called by its path
 */
public record ValueFile(String variable, Optional<TreePath> path, String name) {

  /** Whether this is the value. */
  boolean means(Variable value) {
    return path.isPresent() ? value.path().equals(path.get()) : value.name().equals(name);
  }

  /**
   * The value; the last of several files counts.
   *
   * @throws NotFound if no file has it
   */
  Variable of(List<Variable> values) {
    Variable found = null;
    for (Variable value : values) {
      found = means(value) ? value : found;
    }
    if (found == null) {
      String place = path.map(TreePath::toString).orElse(Printable.quote(name));
      throw new NotFound("no file has the value " + place)
          .hint("--file takes a path such as [\"tls\"][\"key\"], or a variable's name");
    }
    return found;
  }
}
