package dev.sealconf.git.guard.scope;

import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.git.guard.read.Plumbing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the commits of a range.
 *
 * @param parents the parents of each commit; parents come before their children
 * @param changes what each commit changes compared with all of its parents
 * @param tip the newest commit; empty if there is none
 */
record History(
    Map<String, List<String>> parents, Map<String, List<RawDiff.Entry>> changes, String tip) {
  private static final int CHUNK = 500;

  /**
   * Reads the history from git.
   *
   * @param revisions arguments of {@code git rev-list}
   * @param shown the range as a message names it
   * @throws UsageFailure.Mistake if git doesn't know it
   */
  static History read(Plumbing git, List<String> revisions, String shown) {
    List<String> command = new ArrayList<>(List.of("rev-list", "--topo-order", "--parents"));
    command.addAll(revisions);
    command.add("--");
    String list =
        git.tryOutput(command.toArray(String[]::new))
            .orElseThrow(
                () ->
                    new UsageFailure.Mistake("git doesn't know the range " + Printable.quote(shown))
                        .hint("check the names; in a shallow clone: git fetch --unshallow"));
    Map<String, List<String>> parents = new LinkedHashMap<>();
    List<String> lines = list.lines().toList();
    for (int i = lines.size() - 1; i >= 0; i--) {
      List<String> names = Arrays.asList(lines.get(i).split(" "));
      parents.put(names.get(0), names.subList(1, names.size()));
    }
    String tip = lines.isEmpty() ? "" : lines.get(0).split(" ")[0];
    return new History(parents, changes(git, List.copyOf(parents.keySet())), tip);
  }

  private static Map<String, List<RawDiff.Entry>> changes(Plumbing git, List<String> commits) {
    List<String> command = new ArrayList<>(List.of("diff-tree", "--stdin", "--root", "-c"));
    command.addAll(RawDiff.OPTIONS);
    Map<String, List<RawDiff.Entry>> changes = new LinkedHashMap<>();
    for (int start = 0; start < commits.size(); start += CHUNK) {
      List<String> chunk = commits.subList(start, Math.min(commits.size(), start + CHUNK));
      String text = git.output(String.join("\n", chunk) + "\n", command.toArray(String[]::new));
      for (RawDiff.Entry entry : RawDiff.parse(text)) {
        changes.computeIfAbsent(entry.commit(), commit -> new ArrayList<>()).add(entry);
      }
    }
    return changes;
  }

  /** Returns all changes, of all commits. */
  List<RawDiff.Entry> all() {
    return changes.values().stream().flatMap(List::stream).toList();
  }

  /** Returns what a commit changes. */
  List<RawDiff.Entry> of(String commit) {
    return changes.getOrDefault(commit, List.of());
  }
}
