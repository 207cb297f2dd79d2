package dev.sealconf.cli.failure;

import dev.sealconf.io.World;
import dev.sealconf.session.Session;
import dev.sealconf.session.batch.Batch;

/** Prints the failures of many files, and shows a counter on a terminal if there are many files. */
public final class FailedFiles implements Batch.Listener {
  /** This many files take no noticeable time. */
  private static final int HANDFUL = 20;

  private final World world;
  private final ErrorReporter reporter;
  private int worst;

  /** Prints in this session. */
  public FailedFiles(Session session) {
    this.world = session.world();
    this.reporter = new ErrorReporter(session);
  }

  @Override
  public void failed(String file, Throwable failure) {
    worst = Math.max(worst, reporter.reportFor(file, failure));
  }

  @Override
  public void finished(int files, int all) {
    if (all > HANDFUL && world.tell().watched()) {
      world.err().print("\r" + files + " of " + all + " files" + (files == all ? "\n" : ""));
      world.err().flush();
    }
  }

  /** Returns 0, or the largest exit code of the files that failed. */
  public int exitCode() {
    return worst;
  }
}
