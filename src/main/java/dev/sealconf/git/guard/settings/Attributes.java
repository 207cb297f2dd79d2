package dev.sealconf.git.guard.settings;

import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.read.Plumbing;
import dev.sealconf.git.repository.IndexEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes of paths, as git reads them from given versions of {@code .gitattributes}. An
 * index that holds nothing else makes {@code git check-attr} read those, in every version of git.
 */
final class Attributes {
  /** The attribute of this program: set to demand encryption, unset to exempt a path. */
  static final String OWN = "sealconf";

  private static final List<String> NAMES = List.of("filter", "diff", "merge", OWN);
  private static final int CHUNK = 10_000;

  private final Plumbing git;
  private final Map<String, Map<String, String>> known = new HashMap<>();

  /**
   * Creates attributes by these versions.
   *
   * @param files those of {@code .gitattributes}
   * @param index where an index can be made
   */
  Attributes(Plumbing git, List<IndexEntry> files, Path index) {
    this.git = git.withIndex(index);
    StringBuilder entries = new StringBuilder();
    for (IndexEntry file : files) {
      entries
          .append(file.mode())
          .append(' ')
          .append(file.object())
          .append('\t')
          .append(file.path())
          .append('\0');
    }
    if (entries.length() > 0) {
      this.git.output(entries.toString(), "update-index", "-z", "--index-info");
    }
  }

  /** Asks git about many paths at once. Answers are triples of path, attribute and value. */
  void ask(Collection<String> paths) {
    List<String> unknown = new ArrayList<>();
    for (String path : paths) {
      if (known.putIfAbsent(path, new HashMap<>()) == null) {
        unknown.add(path);
      }
    }
    for (int start = 0; start < unknown.size(); start += CHUNK) {
      List<String> chunk = unknown.subList(start, Math.min(unknown.size(), start + CHUNK));
      List<String> command = new ArrayList<>(List.of("check-attr", "--cached", "-z", "--stdin"));
      command.addAll(NAMES);
      String input = String.join("\0", chunk) + "\0";
      List<String> parts = Plumbing.parts(git.output(input, command.toArray(String[]::new)));
      for (int i = 0; i + 2 < parts.size(); i += 3) {
        known.get(parts.get(i)).put(parts.get(i + 1), parts.get(i + 2));
      }
    }
  }

  /** Returns whether a path is plain on purpose. */
  boolean exempt(String path) {
    return value(path, OWN).equals("unset");
  }

  /** Returns whether git's filter of this program works on a path. */
  boolean filtered(String path) {
    return value(path, "filter").equals(OWN);
  }

  /** Returns the attribute that demands encryption, as it is written; or an empty text. */
  String demanding(String path) {
    for (String name : NAMES) {
      String value = value(path, name);
      if (name.equals(OWN) ? value.equals("set") : value.equals(OWN)) {
        return name.equals(OWN) ? name : name + "=" + value;
      }
    }
    return "";
  }

  private String value(String path, String name) {
    ask(List.of(path));
    return known.get(path).getOrDefault(name, "unspecified");
  }

  /** Returns whether an index can hold a file: git refuses a path into its own folder. */
  static boolean isUsable(IndexEntry entry) {
    for (String part : entry.path().split("/")) {
      if (part.equals(".") || part.equals("..") || part.equalsIgnoreCase(".git")) {
        return false;
      }
    }
    return entry.isFile() && FileVersion.lastName(entry.path()).equals(Settings.ATTRIBUTES);
  }
}
