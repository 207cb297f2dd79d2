package dev.sealconf.document.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A value that each path derives from the path above it and its own last step. If paths are asked
 * for in document order, the value of each path is computed only once, however many values are
 * below it.
 */
public final class Inherited<T> {
  private final T root;
  private final BiFunction<T, TreePath.Step, T> derivation;
  private final List<TreePath> paths = new ArrayList<>();
  private final List<T> made = new ArrayList<>();

  /**
   * Takes the value of the root, and the function that derives a path's value from that of the path
   * above it and its last step.
   */
  public Inherited(T root, BiFunction<T, TreePath.Step, T> derivation) {
    this.root = root;
    this.derivation = derivation;
  }

  /** Returns the value of this path. */
  public T at(TreePath path) {
    int depth = path.depth();
    if (depth == 0) {
      return root;
    }
    if (paths.size() >= depth && paths.get(depth - 1) == path) {
      return made.get(depth - 1);
    }
    T own = derivation.apply(at(path.above()), path.last());
    if (paths.size() < depth) {
      paths.add(path);
      made.add(own);
    } else {
      paths.set(depth - 1, path);
      made.set(depth - 1, own);
    }
    return own;
  }
}
