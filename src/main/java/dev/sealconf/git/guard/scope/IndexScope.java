package dev.sealconf.git.guard.scope;

import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.read.Listings;
import dev.sealconf.git.guard.read.Plumbing;
import dev.sealconf.git.guard.settings.Settings;
import dev.sealconf.git.guard.settings.SettingsReader;
import dev.sealconf.git.repository.IndexEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks files in the index: those that the next commit changes, or all of them. If the next commit
 * changes the settings, all files count, because the settings may demand something else of each.
 */
public final class IndexScope implements Scope {
  private final boolean staged;

  private IndexScope(boolean staged) {
    this.staged = staged;
  }

  /** Returns the scope of what the next commit changes. */
  public static Scope staged() {
    return new IndexScope(true);
  }

  /** Returns the scope of every file in the index. */
  public static Scope all() {
    return new IndexScope(false);
  }

  @Override
  public Work work(Plumbing git, Listings listings, SettingsReader reader) {
    List<IndexEntry> index = listings.index();
    Settings settings = reader.of(index, "");
    Map<String, RawDiff.Entry> changed = new HashMap<>();
    boolean all = !staged;
    for (RawDiff.Entry entry : staged ? changes(git) : List.<RawDiff.Entry>of()) {
      changed.put(entry.path(), entry);
      all |= Settings.contain(entry.path());
    }
    List<Change> changes = new ArrayList<>();
    for (IndexEntry entry : index) {
      RawDiff.Entry change = changed.get(entry.path());
      if (entry.isFile() && (all || change != null)) {
        FileVersion file = new FileVersion(entry.path(), entry.object(), "");
        List<String> before = change == null ? List.of() : change.before();
        changes.add(new Change(file, before, settings, settings));
      }
    }
    return new Work(changes, Set.of(settings), Work.files(index), Work.removed(changed.values()));
  }

  private static List<RawDiff.Entry> changes(Plumbing git) {
    List<String> command = new ArrayList<>(List.of("diff-index", "--cached"));
    command.addAll(RawDiff.OPTIONS);
    command.add("--ignore-submodules=all");
    command.add(
        git.tryOutput("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
            .orElseGet(() -> git.output("", "hash-object", "-t", "tree", "--stdin"))
            .strip());
    command.add("--");
    return RawDiff.parse(git.output("", command.toArray(String[]::new)));
  }
}
