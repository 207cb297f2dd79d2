package dev.sealconf.cli.git;

import dev.sealconf.error.UsageFailure;
import dev.sealconf.git.filter.BlobFilter;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.StandardStreams;
import java.util.Optional;

/** Filters one blob, from standard input to standard output. */
final class OneBlob {
  private final Session session;
  private final Overrides given;
  private final GitPath path;

  /**
   * Filters the blob whose path is the only word.
   *
   * @throws UsageFailure.Mistake if the words aren't exactly one path
   */
  OneBlob(Session session, Overrides given, String command) {
    if (given.words().size() != 1) {
      throw new UsageFailure.Mistake("sealconf " + command + " takes one path")
          .hint("git starts it: see filter.sealconf in the configuration of git");
    }
    this.session = session;
    this.given = given;
    this.path = GitPath.of(given.words().get(0));
  }

  int clean() {
    StandardStreams streams = new StandardStreams(session.world());
    try (BlobFilter filter = filter()) {
      streams.write(filter.clean(path, streams.read()));
    }
    return 0;
  }

  int smudge() {
    StandardStreams streams = new StandardStreams(session.world());
    try (BlobFilter filter = filter()) {
      streams.write(filter.smudge(path, streams.read(), Optional.empty()));
    }
    return 0;
  }

  private BlobFilter filter() {
    return new BlobFilter(session, given, Repository.of(session.world()));
  }
}
