package dev.sealconf.session.batch;

import dev.sealconf.error.Printable;
import dev.sealconf.io.Tell;
import dev.sealconf.session.folder.FileList;
import dev.sealconf.session.folder.FileNames;
import java.util.List;

/** Reports what happened to many files, and which were left out. */
public final class FolderReport {
  private static final int MOST_LINES = 10;

  private final Tell tell;

  /** Creates a report that goes to {@code tell}. */
  public FolderReport(Tell tell) {
    this.tell = tell;
  }

  /** Reports how many files a command has changed, and everything that {@link #others} reports. */
  public void done(String verb, int done, FileList files) {
    int failed = files.names().size() - done;
    if (!files.names().isEmpty()) {
      tell.say(verb + " " + FileNames.count(done) + (failed > 0 ? ", " + failed + " failed" : ""));
    }
    others(files);
  }

  /** Reports unencrypted files that a rule covers, and files that were left out. */
  public void others(FileList files) {
    List<String> unmet = files.unmet();
    if (!unmet.isEmpty()) {
      tell.say(
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
                tell.say("left out: " + Printable.plain(left.name()) + " (" + left.why() + ")"));
    int more = files.leftOut().size() - MOST_LINES;
    if (more > 0) {
      tell.say("left out: " + more + " more");
    }
  }
}
