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
 * @param variable the variable that will hold the file's path
 * @param path the value's path in the encrypted file; empty if the user gave the name of a variable
 * @param name the name of the value's own variable; empty if the user gave a path
 */
public record ValueFile(String variable, Optional<TreePath> path, String name) {

  /** Returns whether this refers to the given value. */
  boolean means(Variable value) {
    return path.isPresent() ? value.path().equals(path.get()) : value.name().equals(name);
  }

  /**
   * Returns the value. If several files have it, the last one wins.
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
