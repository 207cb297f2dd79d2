package dev.sealconf.document.tree;

import dev.sealconf.error.Printable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * The address of a node in one document: keys of maps and positions in lists, from the root. A path
 * shares all but its last step with the path above it, so the paths of a whole tree take no more
 * memory than the tree.
 */
public final class TreePath {

  /** One component of a path. */
  public sealed interface Step {}

  public record Key(String name) implements Step {

    // A record's own equals and hashCode are linked on their first call, which the class archive
    // can't hold. Writing them out makes small runs faster.
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.name.equals(name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /** A position in a list, from 0, not counting comments. */
  public record Index(int position) implements Step {

    // Written out for a fast start, like the methods of Key.
    @Override
    public boolean equals(Object other) {
      return other instanceof Index index && index.position == position;
    }

    @Override
    public int hashCode() {
      return position;
    }
  }

  public static final TreePath ROOT = new TreePath(null, null);

  private final TreePath above;
  private final Step last;
  private final int depth;

  private TreePath(TreePath above, Step last) {
    this.above = above;
    this.last = last;
    this.depth = above == null ? 0 : above.depth + 1;
  }

  /** Returns the path with these steps from the root. */
  public static TreePath of(List<Step> steps) {
    TreePath path = ROOT;
    for (Step step : steps) {
      path = path.then(step);
    }
    return path;
  }

  /** Returns this path with one more step. */
  public TreePath then(Step step) {
    return new TreePath(this, Objects.requireNonNull(step));
  }

  /** Returns the number of steps. */
  public int depth() {
    return depth;
  }

  /** Returns the path of the enclosing map or list. The root has none. */
  public TreePath above() {
    return Objects.requireNonNull(above);
  }

  /** Returns the last step. The root has none. */
  public Step last() {
    return Objects.requireNonNull(last);
  }

  /** Returns all steps from the root, in a new list. */
  public List<Step> steps() {
    Deque<Step> steps = new ArrayDeque<>(depth + 1);
    for (TreePath path = this; path.depth > 0; path = path.above) {
      steps.addFirst(path.last);
    }
    return List.copyOf(steps);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof TreePath path) || path.depth != depth) {
      return false;
    }
    TreePath one = this;
    for (TreePath two = path; one != two; two = two.above) {
      if (!one.last.equals(two.last)) {
        return false;
      }
      one = one.above;
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (TreePath path = this; path.depth > 0; path = path.above) {
      hash = 31 * hash + path.last.hashCode();
    }
    return hash;
  }

  /** Returns SOPS's notation, {@code ["a"]["b"][0]}, safe to print; for the root, a description. */
  @Override
  public String toString() {
    if (depth == 0) {
      return "the root";
    }
    StringBuilder out = new StringBuilder();
    for (Step step : steps()) {
      if (step instanceof Key key) {
        out.append("[\"").append(Printable.plain(key.name())).append("\"]");
      } else if (step instanceof Index index) {
        out.append('[').append(index.position()).append(']');
      }
    }
    return out.toString();
  }
}
