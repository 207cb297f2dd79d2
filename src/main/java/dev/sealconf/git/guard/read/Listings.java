package dev.sealconf.git.guard.read;

import dev.sealconf.git.repository.IndexEntry;
import java.util.ArrayList;
import java.util.List;

/** Lists all entries of the index or of a commit, by path. */
public final class Listings {
  private static final String NO_CONFLICT = "0";

  private final Plumbing git;

  /** Creates lists of a repository. */
  public Listings(Plumbing git) {
    this.git = git;
  }

  /**
   * Returns the entries of the index, without the paths that have a conflict: git doesn't commit
   * those. Lines are {@code MODE OBJECT STAGE TAB PATH}.
   */
  public List<IndexEntry> index() {
    List<IndexEntry> entries = new ArrayList<>();
    for (String line : Plumbing.parts(git.output("", "ls-files", "--stage", "-z", "--full-name"))) {
      int tab = line.indexOf('\t');
      String[] fields = line.substring(0, tab).split(" ");
      if (fields[2].equals(NO_CONFLICT)) {
        entries.add(new IndexEntry(fields[0], fields[1], 0, line.substring(tab + 1)));
      }
    }
    return entries;
  }

  /** Returns the files of a commit. Lines are {@code MODE TYPE OBJECT TAB PATH}. */
  public List<IndexEntry> commit(String commit) {
    List<IndexEntry> entries = new ArrayList<>();
    String list = git.output("", "ls-tree", "-r", "-z", "--full-tree", commit);
    for (String line : Plumbing.parts(list)) {
      int tab = line.indexOf('\t');
      String[] fields = line.substring(0, tab).split(" ");
      entries.add(new IndexEntry(fields[0], fields[2], 0, line.substring(tab + 1)));
    }
    return entries;
  }
}
