package dev.sealconf.git.sequence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a repository should hold: its branches, its index, its work tree and its stash. */
final class Model {
  final Map<String, Commit> branches = new TreeMap<>();
  final Map<String, Content> index = new TreeMap<>();
  final Map<String, Content> work = new TreeMap<>();
  final Deque<Stash> stashes = new ArrayDeque<>();
  String branch = "main";

  /** What {@code git stash} has put aside. */
  record Stash(Map<String, Content> head, Map<String, Content> index, Map<String, Content> work) {}

  Commit head() {
    return branches.get(branch);
  }

  /** The files that git knows of in the work tree. */
  Map<String, Content> trackedWork() {
    Map<String, Content> tracked = new TreeMap<>(work);
    tracked.keySet().retainAll(index.keySet());
    return tracked;
  }

  /** Whether no change is staged and no tracked file is changed. */
  boolean isClean() {
    return index.equals(head().tree()) && trackedWork().equals(index);
  }

  /** Whether every file of the index is in the work tree. */
  boolean nothingIsMissing() {
    return work.keySet().containsAll(index.keySet());
  }

  /** Makes index and tracked files those of a tree, as {@code reset --hard} does. */
  void checkOut(Map<String, Content> tree) {
    work.keySet().removeAll(index.keySet());
    work.putAll(tree);
    index.clear();
    index.putAll(tree);
  }

  /** Whether git may check out another tree and keep the changes that it has not to do with. */
  boolean canCarryTo(Map<String, Content> target) {
    TreeSet<String> paths = new TreeSet<>(target.keySet());
    paths.addAll(head().tree().keySet());
    for (String path : paths) {
      Content now = head().tree().get(path);
      boolean differs = !Objects.equals(now, target.get(path));
      boolean touched =
          !Objects.equals(now, index.get(path)) || !Objects.equals(now, work.get(path));
      if (differs && touched) {
        return false;
      }
    }
    return true;
  }

  /** Checks out another tree, with the changes of now. */
  void carryTo(Map<String, Content> target) {
    TreeSet<String> paths = new TreeSet<>(target.keySet());
    paths.addAll(head().tree().keySet());
    for (String path : paths) {
      Content wanted = target.get(path);
      if (!Objects.equals(head().tree().get(path), wanted)) {
        set(index, path, wanted);
        set(work, path, wanted);
      }
    }
  }

  static void set(Map<String, Content> files, String path, Content content) {
    if (content == null) {
      files.remove(path);
    } else {
      files.put(path, content);
    }
  }

  /** What {@code git status --porcelain --no-renames} must print, sorted. */
  List<String> status() {
    List<String> lines = new ArrayList<>();
    TreeSet<String> paths = new TreeSet<>(index.keySet());
    paths.addAll(head().tree().keySet());
    paths.addAll(work.keySet());
    for (String path : paths) {
      Content staged = index.get(path);
      Content there = work.get(path);
      char x = letter(head().tree().get(path), staged);
      char y = staged == null ? ' ' : letter(staged, there);
      if (x != ' ' || y != ' ') {
        lines.add("" + x + y + " " + path);
      }
      if (staged == null && there != null) {
        lines.add("?? " + path);
      }
    }
    lines.sort(null);
    return lines;
  }

  private static char letter(Content before, Content after) {
    if (Objects.equals(before, after)) {
      return ' ';
    }
    if (before == null) {
      return 'A';
    }
    return after == null ? 'D' : 'M';
  }
}
