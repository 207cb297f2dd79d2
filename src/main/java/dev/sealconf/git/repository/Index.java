package dev.sealconf.git.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The index on disk, as {@code git ls-files --stage} prints it. It is read when it is first needed,
 * and again when its file was replaced. While a git command works, that file is the one from before
 * the command. Paths are one character for each byte (ISO 8859-1), since git's paths need not be
 * UTF-8. For one thread.
 */
public final class Index {
  private final Repository repository;
  private final Path file;
  private Object state;
  private final Map<String, List<IndexEntry>> entries = new HashMap<>();
  private final Set<String> objects = new HashSet<>();

  /** Reads the index of this repository, or the one that {@code GIT_INDEX_FILE} names. */
  public Index(Repository repository) {
    this.repository = repository;
    this.file =
        repository
            .world()
            .variable("GIT_INDEX_FILE")
            .map(repository.world()::resolve)
            .orElse(repository.gitFolder().resolve("index"));
  }

  /** Returns the entries of a path; more than one if it has a conflict. */
  public List<IndexEntry> entries(String path) {
    refresh();
    return entries.getOrDefault(path, List.of());
  }

  /**
   * Returns the entry that stands for a path: the one without a conflict, or else the one of our
   * side.
   *
   * @return empty if the path is not in the index, or was only announced by {@code git add -N}
   */
  public Optional<IndexEntry> current(String path) {
    Optional<IndexEntry> ours = Optional.empty();
    for (IndexEntry entry : entries(path)) {
      if (entry.stage() == 0) {
        return entry.isFile() ? Optional.of(entry) : Optional.empty();
      }
      if (entry.stage() == 2) {
        ours = Optional.of(entry);
      }
    }
    return ours.filter(IndexEntry::isFile);
  }

  /** Returns whether any path has this blob. */
  public boolean holds(String object) {
    refresh();
    return objects.contains(object);
  }

  /** Returns all entries. */
  public List<IndexEntry> all() {
    refresh();
    List<IndexEntry> all = new ArrayList<>();
    entries.values().forEach(all::addAll);
    return all;
  }

  private void refresh() {
    Object now = stateOf(file);
    if (state != null && state.equals(now)) {
      return;
    }
    entries.clear();
    objects.clear();
    byte[] list = repository.git().output("ls-files", "--stage", "-z", "--full-name", "--", top());
    String text = new String(list, StandardCharsets.ISO_8859_1);
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\0', start);
      add(text.substring(start, end));
      start = end + 1;
    }
    state = now;
  }

  /** Names the top of the work tree, because git would list only the working directory. */
  private String top() {
    return repository.hasWorkTree() ? repository.top().toString() : ".";
  }

  /** A line is {@code MODE OBJECT STAGE TAB PATH}. */
  private void add(String line) {
    int tab = line.indexOf('\t');
    String[] fields = line.substring(0, tab).split(" ");
    String path = line.substring(tab + 1);
    IndexEntry entry = new IndexEntry(fields[0], fields[1], Integer.parseInt(fields[2]), path);
    entries.computeIfAbsent(path, any -> new ArrayList<>()).add(entry);
    objects.add(entry.object());
  }

  private static Object stateOf(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return List.of(String.valueOf(now.fileKey()), now.lastModifiedTime(), now.size());
    } catch (IOException e) {
      return "none";
    }
  }
}
