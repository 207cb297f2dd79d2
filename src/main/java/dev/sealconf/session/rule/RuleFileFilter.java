package dev.sealconf.session.rule;

import dev.sealconf.config.ConfigFile;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.nio.file.Path;
import java.util.Optional;

/** Selects the files of a folder that creation rules cover, by name only. */
public final class RuleFileFilter {
  private final Session session;
  private final Overrides given;

  /** Uses the configuration of one command line. */
  public RuleFileFilter(Session session, Overrides given) {
    this.session = session;
    this.given = given;
  }

  /**
   * Returns whether a rule says to encrypt a file. A rule without {@code path_regex}, or no rule at
   * all, covers only files with keys and values; not pictures, for instance.
   */
  public boolean contain(Path file) {
    Optional<ConfigFile> config = session.config(given);
    boolean structured = structured(file);
    return config.map(c -> c.wants(file, structured)).orElse(structured);
  }

  /** Returns whether a rule matches a file. */
  public boolean match(Path file) {
    return session
        .config(given)
        .filter(ConfigFile::hasRules)
        .map(config -> config.wants(file, structured(file)))
        .orElse(false);
  }

  private boolean structured(Path file) {
    return session.formats().forFile(file.getFileName().toString())
        != session.formats().forFile("");
  }
}
