package dev.sealconf.exec.variable;

import dev.sealconf.document.tree.TreePath;
import java.util.Optional;

/**
 * A value that the user names.
 *
 * @param path where the value is in its file; empty if it is called by the name of a variable
 * @param name the name of the value's own variable; empty if it is called by its path
 */
public record ValueChoice(Optional<TreePath> path, String name) {

  /** Whether this is the value. */
  boolean means(Variable value) {
    return path.isPresent() ? value.path().equals(path.get()) : value.name().equals(name);
  }
}
