package dev.sealconf.git.guard.scope;

import dev.sealconf.git.guard.read.Plumbing;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code --raw -z} of {@code git diff-index} and {@code git diff-tree}, combined or not. */
final class RawDiff {
  private static final String ABSENT = "000000";

  /** The options that make git print this, whatever its settings say. */
  static final List<String> OPTIONS =
      List.of("-r", "-z", "--raw", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-relative");

  /**
   * One path that changed.
   *
   * @param commit the commit; empty if none is named
   * @param before the blobs of the parents that had the path
   * @param mode the new mode
   * @param object the new blob
   */
  record Entry(String commit, List<String> before, String mode, String object, String path) {

    /** Returns whether the path is a file afterwards: not removed, no link and no submodule. */
    boolean isFile() {
      return mode.startsWith("100");
    }

    /** Returns whether the path is gone afterwards. */
    boolean isRemoval() {
      return mode.equals(ABSENT);
    }
  }

  private RawDiff() {}

  /**
   * Returns the entries, in order. A line has one colon for each parent, then the parents' modes,
   * the new mode, the parents' objects, the new object and the status; the path follows. Names of
   * commits are between the lines.
   */
  static List<Entry> parse(String text) {
    List<Entry> entries = new ArrayList<>();
    List<String> parts = Plumbing.parts(text);
    String commit = "";
    for (int i = 0; i < parts.size(); i++) {
      String line = parts.get(i);
      if (line.startsWith(":")) {
        i++;
        entries.add(entry(commit, line, parts.get(i)));
      } else {
        commit = line.strip();
      }
    }
    return entries;
  }

  private static Entry entry(String commit, String line, String path) {
    int parents = 0;
    while (line.charAt(parents) == ':') {
      parents++;
    }
    String[] fields = line.substring(parents).split(" ");
    List<String> before = new ArrayList<>();
    for (int i = 0; i < parents; i++) {
      String mode = fields[i];
      if (mode.startsWith("100")) {
        before.add(fields[parents + 1 + i]);
      }
    }
    return new Entry(commit, before, fields[parents], fields[2 * parents + 1], path);
  }
}
