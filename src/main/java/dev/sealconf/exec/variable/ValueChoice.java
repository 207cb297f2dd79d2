package dev.sealconf.exec.variable;

import dev.sealconf.document.tree.TreePath;
import java.util.Optional;

/**
 * A value that the user names.
 *
 * @param path the value's path in its file; empty if the user gave the name of a variable
 * @param name the name of the value's own variable; empty if the user gave a path
 */
public record ValueChoice(Optional<TreePath> path, String name) {

  /** Returns whether this is the given value. */
  boolean means(Variable value) {
    return path.isPresent() ? value.path().equals(path.get()) : value.name().equals(name);
  }
}
