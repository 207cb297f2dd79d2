package dev.sealconf.document.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Something that a path has from the path above it and its own last step. Asked in document order,
 * each is made once, however many values are below it.
 */
public final class Inherited<T> {
  private final T root;
  private final BiFunction<T, TreePath.Step, T> derivation;
  private final List<TreePath> paths = new ArrayList<>();
  private final List<T> made = new ArrayList<>();

  /** What the root has, and what a path has by what the path above it has and its last step. */
  public Inherited(T root, BiFunction<T, TreePath.Step, T> derivation) {
    this.root = root;
    this.derivation = derivation;
  }

  /** What this path has. */
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
