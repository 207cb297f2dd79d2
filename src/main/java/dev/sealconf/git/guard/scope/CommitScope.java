package dev.sealconf.git.guard.scope;

import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.read.Listings;
import dev.sealconf.git.guard.read.Plumbing;
import dev.sealconf.git.guard.settings.Settings;
import dev.sealconf.git.guard.settings.SettingsReader;
import dev.sealconf.git.repository.IndexEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks every file of the commit that {@code HEAD} names. */
public final class CommitScope implements Scope {

  @Override
  public Work work(Plumbing git, Listings listings, SettingsReader reader) {
    String commit = git.output("", "rev-parse", "--verify", "--quiet", "HEAD^{commit}").strip();
    List<IndexEntry> files = listings.commit(commit);
    Settings settings = reader.of(files, commit);
    return new Work(
        changes(files, commit, settings), Set.of(settings), Work.files(files), Map.of());
  }

  /** Returns each file of a commit as something to check, by these settings. */
  static List<Change> changes(List<IndexEntry> files, String commit, Settings settings) {
    List<Change> changes = new ArrayList<>();
    for (IndexEntry entry : files) {
      if (entry.isFile()) {
        FileVersion file = new FileVersion(entry.path(), entry.object(), commit);
        changes.add(new Change(file, List.of(), settings, settings));
      }
    }
    return changes;
  }
}
