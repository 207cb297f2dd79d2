package dev.sealconf.git.guard.scope;

import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.read.Listings;
import dev.sealconf.git.guard.read.Plumbing;
import dev.sealconf.git.guard.settings.Settings;
import dev.sealconf.git.guard.settings.SettingsReader;
import dev.sealconf.git.repository.IndexEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks what the commits of a range add, also what a later one of them removes. A version that a
 * merge takes over from one of its parents belongs to that parent. If the range changes settings,
 * all files at its end count, too.
 */
public final class RangeScope implements Scope {
  private static final Pattern SAFE = Pattern.compile("[^-\\s\\p{Cntrl}][^\\s\\p{Cntrl}]*");

  private final List<String> revisions;
  private final String shown;

  private RangeScope(List<String> revisions, String shown) {
    this.revisions = revisions;
    this.shown = shown;
  }

  /**
   * Returns the scope of a range as users type it: {@code A..B}, or one commit for it and all
   * before it.
   *
   * @throws UsageFailure.Mistake if it looks like an option, or like more than one word
   */
  public static Scope of(String range) {
    if (!SAFE.matcher(range).matches()) {
      throw new UsageFailure.Mistake(Printable.quote(range) + " is not a range of commits")
          .hint("name two commits, such as --range origin/main..HEAD");
    }
    return new RangeScope(List.of("--end-of-options", range), range);
  }

  /** Returns the scope of a commit and all before it, without those that remote branches have. */
  static Scope unpublished(String commit) {
    return new RangeScope(List.of(commit, "--not", "--remotes"), commit);
  }

  @Override
  public Work work(Plumbing git, Listings listings, SettingsReader reader) {
    History history = History.read(git, revisions, shown);
    if (history.tip().isEmpty()) {
      return Work.NOTHING;
    }
    List<IndexEntry> last = listings.commit(history.tip());
    Settings later = reader.of(last, history.tip());
    Map<String, Settings> settings = settings(history, listings, reader);
    List<Change> changes = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String commit : history.parents().keySet()) {
      for (RawDiff.Entry entry : history.of(commit)) {
        if (entry.isFile() && seen.add(entry.object() + entry.path())) {
          FileVersion file = new FileVersion(entry.path(), entry.object(), commit);
          changes.add(new Change(file, entry.before(), settings.get(commit), later));
        }
      }
    }
    Set<Settings> all = new HashSet<>(settings.values());
    if (all.size() > 1 || touchesSettings(history.all())) {
      changes.addAll(CommitScope.changes(last, history.tip(), later));
    }
    return new Work(changes, all, Work.files(last), Work.removed(history.all()));
  }

  /** Returns those of each commit: its parents' if these agree and the commit keeps them. */
  private static Map<String, Settings> settings(
      History history, Listings listings, SettingsReader reader) {
    Map<String, Settings> settings = new HashMap<>();
    history
        .parents()
        .forEach(
            (commit, parents) -> {
              Settings first = parents.isEmpty() ? null : settings.get(parents.get(0));
              boolean same =
                  first != null
                      && parents.stream().allMatch(parent -> first.equals(settings.get(parent)))
                      && !touchesSettings(history.of(commit));
              settings.put(commit, same ? first : reader.of(listings.commit(commit), commit));
            });
    return settings;
  }

  private static boolean touchesSettings(List<RawDiff.Entry> changes) {
    return changes.stream().anyMatch(change -> Settings.contain(change.path()));
  }
}
