package dev.sealconf.cli.folder;

import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import java.io.PrintStream;
import java.util.List;

/** Says on standard error what became of many files, and which were left out. */
public final class FolderReport {
  private static final int MOST_LINES = 10;

  private final PrintStream err;

  /** Says it in this world. */
  public FolderReport(World world) {
    this.err = world.err();
  }

  /** How many files a command has changed, and all of {@link #others}. */
  public void done(String verb, int done, FileList files) {
    int failed = files.names().size() - done;
    if (!files.names().isEmpty()) {
      err.println(
          verb + " " + FileNames.count(done) + (failed > 0 ? ", " + failed + " failed" : ""));
    }
    others(files);
  }

  /** Files that a rule is for and that are not encrypted, and what was left out. */
  public void others(FileList files) {
    List<String> unmet = files.unmet();
    if (!unmet.isEmpty()) {
      err.println(
          FileNames.count(unmet.size())
              + (unmet.size() == 1
                  ? " matches a rule but is not encrypted: "
                  : " match a rule but are not encrypted: ")
              + FileNames.some(unmet));
    }
    files.leftOut().stream()
        .limit(MOST_LINES)
        .forEach(
            left ->
                err.println("left out: " + Printable.plain(left.name()) + " (" + left.why() + ")"));
    int more = files.leftOut().size() - MOST_LINES;
    if (more > 0) {
      err.println("left out: " + more + " more");
    }
  }
}
