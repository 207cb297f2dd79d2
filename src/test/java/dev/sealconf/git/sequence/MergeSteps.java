package dev.sealconf.git.sequence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Steps that bring changes of one commit to another one. */
final class MergeSteps {
  private MergeSteps() {}

  static List<Step> all() {
    return List.of(
        MergeSteps::merge,
        MergeSteps::merge,
        MergeSteps::cherryPick,
        MergeSteps::revert,
        MergeSteps::rebase);
  }

  private static boolean merge(Run run) throws IOException {
    Optional<String> name = run.otherBranch();
    if (name.isEmpty() || !run.model.isClean()) {
      return false;
    }
    Commit ours = run.model.head();
    Commit theirs = run.model.branches.get(name.get());
    Set<Commit> bases = Commit.bases(ours, theirs);
    if (bases.size() != 1 || bases.contains(theirs)) {
      return false;
    }
    if (bases.contains(ours)) {
      run.git("merge", "-q", name.get());
      run.model.branches.put(run.model.branch, theirs);
      run.model.checkOut(theirs.tree());
      return true;
    }
    Commit base = bases.iterator().next();
    Optional<Map<String, Content>> merged = MergedFiles.of(base.tree(), ours.tree(), theirs.tree());
    if (merged.isEmpty() || !fits(run.model, merged.get())) {
      return false;
    }
    run.git("merge", "-q", "-m", "merged", name.get());
    run.model.checkOut(merged.get());
    run.committed(merged.get(), List.of(ours, theirs));
    return true;
  }

  private static boolean cherryPick(Run run) throws IOException {
    Optional<Commit> picked =
        run.otherBranch()
            .flatMap(name -> run.oneOf(HistorySteps.inOrder(run.model.branches.get(name))));
    return picked.isPresent()
        && picked.get().parents().size() == 1
        && applied(
            run, picked.get().parentTree(), picked.get().tree(), "cherry-pick", picked.get());
  }

  private static boolean revert(Run run) throws IOException {
    Optional<Commit> undone = run.oneOf(HistorySteps.inOrder(run.model.head()));
    return undone.isPresent()
        && undone.get().parents().size() == 1
        && applied(run, undone.get().tree(), undone.get().parentTree(), "revert", undone.get());
  }

  private static boolean applied(
      Run run, Map<String, Content> from, Map<String, Content> to, String word, Commit commit)
      throws IOException {
    Commit head = run.model.head();
    Optional<Map<String, Content>> merged = MergedFiles.of(from, head.tree(), to);
    if (!run.model.isClean()
        || merged.isEmpty()
        || merged.get().equals(head.tree())
        || !fits(run.model, merged.get())) {
      return false;
    }
    run.git(word, "--no-edit", commit.id());
    run.model.checkOut(merged.get());
    run.committed(merged.get(), List.of(head));
    return true;
  }

  private static boolean rebase(Run run) throws IOException {
    Optional<String> name = run.otherBranch();
    if (name.isEmpty() || !run.model.isClean()) {
      return false;
    }
    Commit ours = run.model.head();
    Commit onto = run.model.branches.get(name.get());
    Set<Commit> bases = Commit.bases(ours, onto);
    if (bases.size() != 1 || bases.contains(ours) || bases.contains(onto)) {
      return false;
    }
    Optional<List<Map<String, Content>>> trees = moved(ours, onto, bases.iterator().next());
    if (trees.isEmpty() || !fits(run.model, last(trees.get()))) {
      return false;
    }
    run.git("rebase", "-q", name.get());
    run.model.checkOut(last(trees.get()));
    Commit commit = onto;
    for (int i = 0; i < trees.get().size(); i++) {
      String id = run.git("rev-parse", "HEAD~" + (trees.get().size() - 1 - i));
      commit = new Commit(id, List.of(commit), trees.get().get(i));
    }
    run.model.branches.put(run.model.branch, commit);
    return true;
  }

  /** The trees of the commits after the base, each moved onto another commit. */
  private static Optional<List<Map<String, Content>>> moved(Commit ours, Commit onto, Commit base) {
    List<Commit> own = new ArrayList<>(HistorySteps.inOrder(ours));
    if (!own.contains(base)) {
      return Optional.empty();
    }
    own = own.subList(0, own.indexOf(base));
    Collections.reverse(own);
    List<Map<String, Content>> trees = new ArrayList<>();
    Map<String, Content> tree = onto.tree();
    for (Commit commit : own) {
      Optional<Map<String, Content>> merged =
          MergedFiles.of(commit.parentTree(), tree, commit.tree());
      if (commit.parents().size() != 1 || merged.isEmpty() || merged.get().equals(tree)) {
        return Optional.empty();
      }
      tree = merged.get();
      trees.add(tree);
    }
    return Optional.of(trees);
  }

  private static <T> T last(List<T> all) {
    return all.get(all.size() - 1);
  }

  /** Whether no file that git doesn't know is in the way. */
  private static boolean fits(Model model, Map<String, Content> target) {
    for (String path : model.work.keySet()) {
      if (!model.index.containsKey(path) && target.containsKey(path)) {
        return false;
      }
    }
    return true;
  }
}
