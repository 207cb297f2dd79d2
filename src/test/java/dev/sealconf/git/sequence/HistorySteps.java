package dev.sealconf.git.sequence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Steps that make commits, move between them and put changes aside. */
final class HistorySteps {
  private HistorySteps() {}

  static List<Step> all() {
    return List.of(
        HistorySteps::commit,
        HistorySteps::commit,
        HistorySteps::commitAll,
        HistorySteps::commitAll,
        HistorySteps::commitPath,
        HistorySteps::amend,
        HistorySteps::newBranch,
        HistorySteps::switchBranch,
        HistorySteps::switchBranch,
        HistorySteps::stash,
        HistorySteps::pop,
        HistorySteps::pop,
        HistorySteps::reset,
        HistorySteps::worktree,
        HistorySteps::collectGarbage);
  }

  /** A commit and those that it came from through first parents, the latest first. */
  static List<Commit> inOrder(Commit latest) {
    List<Commit> all = new ArrayList<>();
    Commit commit = latest;
    while (!commit.parents().isEmpty()) {
      all.add(commit);
      commit = commit.parents().get(0);
    }
    return all;
  }

  private static boolean commit(Run run) throws IOException {
    if (run.model.index.equals(run.model.head().tree())) {
      return false;
    }
    run.commit("commit", "-q", "-m", "staged");
    return true;
  }

  private static boolean commitAll(Run run) throws IOException {
    if (run.model.trackedWork().equals(run.model.head().tree())) {
      return false;
    }
    Map<String, Content> tracked = run.model.trackedWork();
    run.model.index.clear();
    run.model.index.putAll(tracked);
    run.commit("commit", "-q", "-a", "-m", "all");
    return true;
  }

  private static boolean commitPath(Run run) throws IOException {
    Optional<String> path = run.oneOf(run.model.trackedWork().keySet());
    Map<String, Content> tree = run.model.head().files();
    path.ifPresent(name -> tree.put(name, run.model.work.get(name)));
    if (tree.equals(run.model.head().tree())) {
      return false;
    }
    run.git("commit", "-q", "-m", "path", path.get());
    run.model.index.put(path.get(), run.model.work.get(path.get()));
    run.committed(tree, List.of(run.model.head()));
    return true;
  }

  private static boolean amend(Run run) throws IOException {
    Commit head = run.model.head();
    if (head.parents().size() != 1 || run.model.index.equals(head.parentTree())) {
      return false;
    }
    run.git("commit", "-q", "--amend", "-m", "again");
    run.committed(run.model.index, head.parents());
    return true;
  }

  private static boolean newBranch(Run run) throws IOException {
    if (run.model.branches.size() > 3) {
      return false;
    }
    String name = "b" + run.log.size();
    run.git("switch", "-q", "-c", name);
    run.model.branches.put(name, run.model.head());
    run.model.branch = name;
    return true;
  }

  private static boolean switchBranch(Run run) throws IOException {
    Optional<String> name = run.otherBranch();
    if (name.isEmpty()) {
      return false;
    }
    Map<String, Content> target = run.model.branches.get(name.get()).tree();
    if (!run.model.canCarryTo(target)) {
      return false;
    }
    run.git(run.random.nextBoolean() ? "switch" : "checkout", "-q", name.get());
    run.model.carryTo(target);
    run.model.branch = name.get();
    return true;
  }

  private static boolean stash(Run run) throws IOException {
    Model model = run.model;
    if (model.isClean() || !model.nothingIsMissing()) {
      return false;
    }
    Map<String, Content> work = model.trackedWork();
    if (!work.keySet().containsAll(model.head().tree().keySet())) {
      return false;
    }
    run.git("stash", "push", "-q");
    model.stashes.push(new Model.Stash(model.head().files(), new TreeMap<>(model.index), work));
    model.checkOut(model.head().tree());
    return true;
  }

  private static boolean pop(Run run) throws IOException {
    Model model = run.model;
    Model.Stash stash = model.stashes.peek();
    if (stash == null || !model.isClean() || !sameBase(model, stash)) {
      return false;
    }
    boolean withIndex = run.random.nextBoolean();
    run.git("stash", "pop", "-q", withIndex ? "--index" : "--no-index");
    model.stashes.pop();
    for (Map.Entry<String, Content> file : stash.work().entrySet()) {
      String path = file.getKey();
      if (!file.getValue().equals(stash.head().get(path))) {
        model.work.put(path, file.getValue());
      }
      boolean isNew = !model.index.containsKey(path);
      boolean staged = withIndex && !stash.index().get(path).equals(stash.head().get(path));
      if (staged) {
        model.index.put(path, stash.index().get(path));
      } else if (isNew && model.work.containsKey(path)) {
        model.index.put(path, model.work.get(path));
      }
      if (staged && file.getValue().equals(stash.head().get(path))) {
        model.work.put(path, file.getValue());
      }
    }
    return true;
  }

  /** Whether the files that the stash has changed are as they were then. */
  private static boolean sameBase(Model model, Model.Stash stash) {
    Map<String, Content> head = model.head().tree();
    Map<String, Content> work = model.work;
    for (String path : stash.work().keySet()) {
      Content before = stash.head().get(path);
      boolean there = before == null ? !work.containsKey(path) : before.equals(head.get(path));
      if (!there) {
        return false;
      }
    }
    return true;
  }

  private static boolean reset(Run run) throws IOException {
    Model model = run.model;
    List<Commit> history = inOrder(model.head());
    Commit target = history.get(run.random.nextInt(Math.min(3, history.size())));
    String kind = run.oneOf(List.of("--soft", "--mixed", "--hard")).orElseThrow();
    run.git("reset", "-q", kind, target.id());
    model.branches.put(model.branch, target);
    if (kind.equals("--hard")) {
      model.checkOut(target.tree());
    } else if (kind.equals("--mixed")) {
      model.index.clear();
      model.index.putAll(target.tree());
    }
    return true;
  }

  /** Another work tree of some branch: it must be clean, also if git has to read its files. */
  private static boolean worktree(Run run) throws IOException {
    Optional<String> name = run.oneOf(run.model.branches.keySet());
    LinkedTree.check(run, run.model.branches.get(name.orElseThrow()));
    return true;
  }

  private static boolean collectGarbage(Run run) throws IOException {
    if (run.random.nextInt(4) > 0) {
      return false;
    }
    run.git("gc", "-q", "--prune=now");
    return true;
  }
}
