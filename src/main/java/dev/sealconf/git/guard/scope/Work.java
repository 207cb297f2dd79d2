package dev.sealconf.git.guard.scope;

import dev.sealconf.git.guard.settings.Settings;
import dev.sealconf.git.repository.IndexEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists what a run checks.
 *
 * @param changes the versions of files to check, each once
 * @param settings all settings that count, also those by which no file is checked
 * @param files the blobs of all files at the end, by path
 * @param removed the blobs of files that are removed, by path: a plain file may be a copy of one
 */
public record Work(
    List<Change> changes,
    Set<Settings> settings,
    Map<String, String> files,
    Map<String, String> removed) {
  static final Work NOTHING = new Work(List.of(), Set.of(), Map.of(), Map.of());

  /** Returns what this and another one check. */
  Work and(Work other) {
    List<Change> allChanges = new ArrayList<>(changes);
    allChanges.addAll(other.changes);
    Set<Settings> allSettings = new LinkedHashSet<>(settings);
    allSettings.addAll(other.settings);
    Map<String, String> allFiles = new HashMap<>(files);
    allFiles.putAll(other.files);
    Map<String, String> allRemoved = new HashMap<>(removed);
    allRemoved.putAll(other.removed);
    return new Work(allChanges, allSettings, allFiles, allRemoved);
  }

  /** Returns the last blobs of the files that changes remove, by path. */
  static Map<String, String> removed(Collection<RawDiff.Entry> changes) {
    Map<String, String> removed = new HashMap<>();
    for (RawDiff.Entry change : changes) {
      if (change.isRemoval() && !change.before().isEmpty()) {
        removed.put(change.path(), change.before().get(0));
      }
    }
    return removed;
  }

  /** Returns the blobs of the regular files among entries, by path. */
  static Map<String, String> files(List<IndexEntry> entries) {
    Map<String, String> files = new HashMap<>();
    for (IndexEntry entry : entries) {
      if (entry.isFile()) {
        files.put(entry.path(), entry.object());
      }
    }
    return files;
  }
}
