package dev.sealconf.git.sequence;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A commit of the model; two commits are the same only if they are the same object.
 *
 * @param id how git calls it
 */
record Commit(String id, List<Commit> parents, Map<String, Content> tree) {
  Commit {
    tree = Map.copyOf(tree);
  }

  /** A copy of its files that can be changed. */
  Map<String, Content> files() {
    return new TreeMap<>(tree);
  }

  /** The files of its first parent. */
  Map<String, Content> parentTree() {
    return parents.isEmpty() ? Map.of() : parents.get(0).tree;
  }

  /** It and all that it came from. */
  Set<Commit> history() {
    Set<Commit> all = new HashSet<>();
    collect(all);
    return all;
  }

  private void collect(Set<Commit> all) {
    if (all.add(this)) {
      parents.forEach(parent -> parent.collect(all));
    }
  }

  /** The commits from which both came, without those from which another one of them came. */
  static Set<Commit> bases(Commit one, Commit other) {
    Set<Commit> shared = new HashSet<>(one.history());
    shared.retainAll(other.history());
    Set<Commit> best = new HashSet<>(shared);
    for (Commit commit : shared) {
      commit.parents.forEach(parent -> best.removeAll(parent.history()));
    }
    return best;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
